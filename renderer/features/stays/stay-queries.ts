import { queryOptions } from '@tanstack/react-query'
import type { PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

export const stayQueries = {
  all: ['stays'] as const,
  ofPatient: (patientId: PatientId) => queryOptions({ queryKey: [...stayQueries.all, 'of-patient', patientId], queryFn: () => call('stays.ofPatient', { patientId }) }),
}
