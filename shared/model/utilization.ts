import { z } from 'zod'
import { DrgCode } from './case.ts'
import { FiscalYear } from './drg.ts'
import { Count, Line, Moment, known } from './scalars.ts'

/** How long a stay of this kind usually is, and why we say so; or why nothing can be said. Days with one decimal. */
export const ExpectedLos = z.discriminatedUnion('kind', [
  /** Typed by a person: a payer's goal stands in for the GMLOS. */
  z.strictObject({ kind: z.literal('goal'), days: z.number().positive() }),
  z.strictObject({ kind: z.literal('gmlos'), days: z.number().positive(), drgCode: DrgCode, fiscalYear: FiscalYear, source: Line }),
  z.strictObject({ kind: z.literal('not-assigned') }),
  /** The table of that fiscal year is not loaded; another year's figure is never used instead. */
  z.strictObject({ kind: z.literal('no-table'), fiscalYear: FiscalYear }),
  z.strictObject({ kind: z.literal('not-in-table'), fiscalYear: FiscalYear }),
  z.strictObject({ kind: z.literal('no-figure'), drgCode: DrgCode, fiscalYear: FiscalYear }),
])
export type ExpectedLos = z.output<typeof ExpectedLos>

/** "Day x of GMLOS": x counts midnights since the inpatient order, up to discharge. */
export const LosProgress = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('not-inpatient'), expected: ExpectedLos }),
  z.strictObject({ state: z.literal('counted'), midnights: Count, discharged: z.boolean(), expected: ExpectedLos, varianceDays: known(z.number()) }),
])
export type LosProgress = z.output<typeof LosProgress>

/** What follows from a stay's status changes, as of a moment. Hours are elapsed time; midnights are those of the facility's wall clock. */
export const StayFigures = z.strictObject({
  observation: z.union([z.literal('none'), z.strictObject({ minutes: Count, midnights: Count, running: z.boolean() })]),
  inpatientOrderAt: z.union([z.literal('none'), Moment]),
  /** Midnights since the inpatient order in force, until discharge. */
  inpatientMidnights: z.union([z.literal('none'), Count]),
  /** Midnights since arrival whatever the status: the time that counts towards the two-midnight benchmark. */
  hospitalMidnights: z.union([z.literal('none'), Count]),
})
export type StayFigures = z.output<typeof StayFigures>
