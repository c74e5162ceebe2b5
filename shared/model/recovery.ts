import { z } from 'zod'
import { Count, Day, Line, known } from './scalars.ts'
import { AnchorKind } from './timeline.ts'

/** An anchor day with where it came from, in words that may be shown: "Procedure recorded in this stay", "Admission day assumed". */
export const AnchorProposal = z.strictObject({ kind: AnchorKind, on: known(Day), from: Line, assumed: z.boolean() })
export type AnchorProposal = z.output<typeof AnchorProposal>

/** What a template was proposed for, strongest first. */
export const FitBasis = z.literal(['drg', 'icd10', 'by-name', 'general'])
export type FitBasis = z.output<typeof FitBasis>

/** How an entry stands against its current plan, as of today. */
export const Standing = z.discriminatedUnion('kind', [
  /** `days`: earlier than the window's first day (early), later than its last (late); 0 on time. */
  z.strictObject({ kind: z.literal('reached'), variance: z.literal(['early', 'on-time', 'late']), days: Count }),
  /** Reached, but its figure comes from another country or it had no dates: nothing to compare with. */
  z.strictObject({ kind: z.literal('reached-uncompared') }),
  z.strictObject({ kind: z.literal('upcoming'), days: Count }),
  z.strictObject({ kind: z.literal('due'), daysLeft: Count }),
  z.strictObject({ kind: z.literal('late'), days: Count }),
  /** A UK figure's last day has passed; shown without an alarm. */
  z.strictObject({ kind: z.literal('past-reference'), days: Count }),
  z.strictObject({ kind: z.literal('begins'), days: Count }),
  z.strictObject({ kind: z.literal('in-force'), daysLeft: Count }),
  z.strictObject({ kind: z.literal('ended'), days: Count }),
  z.strictObject({ kind: z.literal('missed') }),
  z.strictObject({ kind: z.literal('not-applicable') }),
  /** A rule gives the moment; its clock comes with a later release. */
  z.strictObject({ kind: z.literal('no-clock') }),
  z.strictObject({ kind: z.literal('no-date') }),
])
export type Standing = z.output<typeof Standing>

/** How long the stay is expected to take: the working DRG's GMLOS with its fiscal year in the label, or a payer's goal. */
export const ExpectedStay = z.discriminatedUnion('state', [
  /** `fiscalYear` belongs to a GMLOS; a payer's goal has none. `endsOn`: the day the expected stay is used up. */
  z.strictObject({ state: z.literal('known'), source: z.literal(['gmlos', 'goal']), days: z.number().positive(), endsOn: Day, label: Line }),
  z.strictObject({ state: z.literal('unknown'), why: Line }),
])
export type ExpectedStay = z.output<typeof ExpectedStay>
