import { z } from 'zod'
import { Count, Line, Moment, Version, idOf, known } from '#shared/model/scalars.ts'
import { WorklistDefinition, WorklistRow } from '#shared/model/worklist.ts'
import { command, query } from './define.ts'

export const SavedFilterId = idOf<'saved-filter'>()
export const SavedFilter = z.strictObject({ id: SavedFilterId, version: Version, name: Line, definition: WorklistDefinition })
export type SavedFilter = z.output<typeof SavedFilter>

/** A table fetches windows of at most this many rows; no list sends all its rows. */
export const windowLimit = 200

export const caseloadContract = {
  /** One window of the caseload in a stable order (case id last), with the count of the whole. */
  'caseload.list': query({
    input: z.strictObject({ definition: WorklistDefinition, offset: Count, limit: z.number().int().min(1).max(windowLimit) }),
    output: z.strictObject({ total: Count, rows: z.array(WorklistRow), censusAsOf: known(Moment) }),
    permission: 'worklists.read',
  }),
  'caseload.counts': query({
    input: z.strictObject({}),
    output: z.strictObject({ mine: Count, myUnit: Count, all: Count, unassigned: Count }),
    permission: 'worklists.read',
  }),
  'caseload.savedFilters': query({ input: z.strictObject({}), output: z.array(SavedFilter), permission: 'worklists.read' }),
  /** Saves under a name; the same name replaces. */
  'caseload.saveFilter': command({
    input: z.strictObject({ name: Line, definition: WorklistDefinition }),
    output: SavedFilter,
    permission: 'worklists.read',
  }),
  'caseload.removeFilter': command({ input: z.strictObject({ id: SavedFilterId }), output: z.strictObject({ removed: z.boolean() }), permission: 'worklists.read' }),
} as const
