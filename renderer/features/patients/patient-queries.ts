import { queryOptions } from '@tanstack/react-query'
import type { PatientId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'

export const patientQueries = {
  all: ['patients'] as const,
  detail: (patientId: PatientId) => queryOptions({ queryKey: [...patientQueries.all, 'detail', patientId], queryFn: () => call('patients.get', { patientId }) }),
  facts: (patientId: PatientId) => queryOptions({ queryKey: [...patientQueries.all, 'facts', patientId], queryFn: () => call('patients.facts', { patientId }) }),
  pairs: () => queryOptions({ queryKey: [...patientQueries.all, 'pairs'], queryFn: () => call('patients.duplicatePairs', {}) }),
  /** First key part `cases`: it is stale when a case changes. */
  cases: (patientId: PatientId) => queryOptions({ queryKey: ['cases', 'of-patient', patientId] as const, queryFn: () => call('cases.ofPatient', { patientId }) }),
}
