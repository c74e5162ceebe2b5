import { queryOptions } from '@tanstack/react-query'
import type { PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

export const stayQueries = {
  all: ['stays'] as const,
  /** The cases a stay may belong to; stale when a case changes. */
  casesOfPatient: (patientId: PatientId) => queryOptions({ queryKey: ['cases', 'of-patient', patientId] as const, queryFn: () => call('cases.ofPatient', { patientId }) }),
  ofPatient: (patientId: PatientId) => queryOptions({ queryKey: [...stayQueries.all, 'of-patient', patientId], queryFn: () => call('stays.ofPatient', { patientId }) }),
}
