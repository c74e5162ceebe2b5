import { z } from 'zod'
import { CaseId, PersonId, TimelineEntryId } from './ids.ts'
import { Day, Line, Prose, Version, known } from './scalars.ts'

/** A milestone is reached; a watch window or a precaution begins and ends, and is never reached, missed or late. */
export const EntryKind = z.literal(['milestone', 'watch-window', 'precaution'])
export type EntryKind = z.output<typeof EntryKind>
export const Domain = z.literal(['physical', 'functional', 'medical', 'emotional', 'social', 'financial', 'discharge'])
export type Domain = z.output<typeof Domain>
export const AnchorKind = z.literal(['admission', 'surgery', 'delivery', 'event', 'last-use', 'first-dose', 'discharge', 'edd'])
export type AnchorKind = z.output<typeof AnchorKind>
export const EntryStatus = z.literal(['open', 'reached', 'missed', 'not-applicable'])
export type EntryStatus = z.output<typeof EntryStatus>
export const Confidence = z.literal(['stated-in-source', 'unverified'])

/** Days between which a thing is expected, with the typical one; `no-date` when a rule or an unknown anchor gives the moment. */
export const Window = z.union([z.literal('no-date'), z.strictObject({ from: Day, on: Day, to: Day })])
export type Window = z.output<typeof Window>

export const ReplanReason = z.literal([
  'clinical-change', 'waiting-for-test-or-procedure', 'waiting-for-placement', 'waiting-for-payer', 'family-or-patient-choice', 'staffing-or-equipment', 'recovered-faster', 'correction',
])
export type ReplanReason = z.output<typeof ReplanReason>

export const TimelineEntry = z.strictObject({
  id: TimelineEntryId,
  version: Version,
  caseId: CaseId,
  code: Line,
  label: Line,
  kind: EntryKind,
  domain: Domain,
  anchorKind: AnchorKind,
  /** The name of the rule that will give the moment; such an entry carries no day figures. */
  rule: z.union([z.literal('none'), Line]),
  /** As placed; never changed by a re-plan. */
  baseline: Window,
  planned: Window,
  status: EntryStatus,
  reachedOn: z.union([z.literal('not-reached'), Day]),
  reachedBy: z.union([z.literal('nobody'), PersonId]),
  statusReason: z.union([z.literal('none'), Line]),
  note: z.union([z.literal('none'), Prose]),
  sourceTitle: Line,
  confidence: Confidence,
  country: z.union([z.literal('US'), z.literal('UK')]),
  reference: z.union([z.literal('none'), Line]),
  patientText: known(Line),
  patientTextReviewed: z.boolean(),
  neverPatientPrint: z.boolean(),
  position: z.number().int(),
})
export type TimelineEntry = z.output<typeof TimelineEntry>
