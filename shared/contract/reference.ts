import { z } from 'zod'
import { DrgCode } from '#shared/model/case.ts'
import { Drg, DrgLookup, DrgTableHead, DrgTableSummary, FiscalYear } from '#shared/model/drg.ts'
import { Count, Day, Line, SearchText } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'

/** A DRG table of 2,000 rows with long titles stays far below this. */
const csvLimit = 2_000_000

export const referenceContract = {
  /** DRGs by number or words of the title, in the table that holds for a discharge on `on`; at most 30. */
  'reference.searchDrg': query({
    input: z.strictObject({ text: SearchText, on: Day }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('found'), table: DrgTableHead, drgs: z.array(Drg) }),
      z.strictObject({ kind: z.literal('no-table'), fiscalYear: FiscalYear }),
    ]),
    permission: 'reference.read',
  }),
  'reference.drg': query({ input: z.strictObject({ code: DrgCode, on: Day }), output: DrgLookup, permission: 'reference.read' }),
  'reference.drgTables': query({ input: z.strictObject({}), output: z.array(DrgTableSummary), permission: 'reference.read' }),
  /** Loads a year's MS-DRG table from CSV text; the same year again replaces it. Nothing is loaded when a row does not make sense. */
  'reference.importDrgTable': command({
    input: z.strictObject({ fiscalYear: FiscalYear, source: Line, csv: z.string().min(1).max(csvLimit) }),
    output: z.strictObject({ fiscalYear: FiscalYear, rowCount: Count, replaced: z.boolean(), casesRecounted: Count }),
    permission: 'reference.manage',
  }),
} as const
