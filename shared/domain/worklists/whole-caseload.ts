import type { WorklistDefinition } from '#shared/model/worklist.ts'

/** Every case that is being worked on, by name: where each list starts before a person narrows it. */
export const wholeCaseload: WorklistDefinition = {
  scope: 'all',
  text: '',
  statuses: ['open', 'on-hold'],
  unitIds: [],
  payerKinds: [],
  risks: [],
  stayStatuses: [],
  eddWithinDays: 'any',
  overExpectedLos: false,
  sort: [{ columnId: 'patient', direction: 'asc' }],
}
