import { queryOptions } from '@tanstack/react-query'
import type { PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

/** Who the newest census no longer names, under the topic `imports`. */
export const absenceQueries = {
  all: queryOptions({ queryKey: ['imports', 'absences', 'all'] as const, queryFn: () => call('imports.absences', {}) }),
  of: (patientId: PatientId) => queryOptions({ queryKey: ['imports', 'absences', patientId] as const, queryFn: () => call('imports.absences', { patientId }) }),
}
