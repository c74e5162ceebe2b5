import { z } from 'zod'
import { Day, Line, known } from './scalars.ts'
import { AnchorKind, Confidence, Domain, EntryKind } from './timeline.ts'

/** Names one template: the id of its condition, `general_medical`, `discharge_pathway.snf`. */
export const TemplateId = z.string().regex(/^[a-z0-9_.]{1,60}$/, 'This is not the name of a template.')
export type TemplateId = z.output<typeof TemplateId>

const Days = z.number().int().min(-400).max(8000)

/** When an entry is expected. Day 0 is the day of the anchor itself; days are calendar days. */
export const Timing = z.discriminatedUnion('kind', [
  /** `typical` is `gmlos` where the working DRG's mean stay stands in for a typical day (acute discharge). */
  z.strictObject({ kind: z.literal('days'), from: Days, typical: z.union([z.literal('gmlos'), Days]), to: Days }),
  /** Counted back from the expected discharge date. */
  z.strictObject({ kind: z.literal('before-edd'), days: z.number().int().min(0).max(60) }),
  /** A rule will give the moment; no day figures may be shown. */
  z.strictObject({ kind: z.literal('rule'), rules: z.array(Line).min(1) }),
  /** The physician or the substance decides; nothing is known beforehand. */
  z.strictObject({ kind: z.literal('set-by-hand') }),
])
export type Timing = z.output<typeof Timing>

/** Facts that must hold before a row is proposed; each list means "one of these". */
export const AppliesWhen = z.strictObject({
  payers: z.array(z.literal(['medicare', 'medicare-advantage'])),
  inpatientOnly: z.boolean(),
  /** Template ids of conditions, one of which the row must belong to. */
  conditions: z.array(TemplateId),
  communityOnly: z.boolean(),
  drug: z.union([z.literal('any'), Line]),
  /** Facts the store does not hold (employment, a practice's agreement); a person must know them. */
  askPerson: z.array(Line),
  icd10cm: z.array(Line),
})
export type AppliesWhen = z.output<typeof AppliesWhen>

export const TemplateEntry = z.strictObject({
  code: Line,
  label: Line,
  kind: EntryKind,
  domain: Domain,
  anchorKind: AnchorKind,
  timing: Timing,
  appliesWhen: AppliesWhen,
  sourceId: Line,
  sourceTitle: Line,
  sourceUrl: known(Line),
  confidence: Confidence,
  country: z.literal(['US', 'UK']),
  reference: z.union([z.literal('none'), Line]),
  note: z.union([z.literal('none'), Line]),
  patientText: known(Line),
  patientTextReviewed: z.boolean(),
  neverPatientPrint: z.boolean(),
})
export type TemplateEntry = z.output<typeof TemplateEntry>

export const RecoveryTemplate = z.strictObject({
  id: TemplateId,
  label: Line,
  category: Line,
  anchorKind: AnchorKind,
  /** A procedure or a birth must have happened in this stay before the template is proposed. */
  needsProcedure: z.boolean(),
  icd10cm: z.array(Line),
  icd10pcs: z.array(Line),
  drgs: z.array(z.strictObject({ code: Line, title: Line })),
  /** Word groups; a text that holds every word of one group names this template. */
  diagnosisWords: z.array(z.array(Line).min(1)),
  procedureWords: z.array(z.array(Line).min(1)),
  notes: z.array(Line),
  entries: z.array(TemplateEntry),
})
export type RecoveryTemplate = z.output<typeof RecoveryTemplate>

/** All templates of one release, with the rows every case gets. */
export const TemplateLibrary = z.strictObject({
  asOf: Day,
  status: Line,
  templates: z.array(RecoveryTemplate),
  common: z.array(TemplateEntry),
  sources: z.array(z.strictObject({ id: Line, title: Line, url: known(Line), country: z.literal(['US', 'UK']) })),
  /** A diagnosis text with one of these speaks of the past and proposes nothing. */
  historyWords: z.array(Line).min(1),
  /** A procedure text with one of these was not the procedure itself. */
  notDoneWords: z.array(Line).min(1),
})
export type TemplateLibrary = z.output<typeof TemplateLibrary>

/** The days from which windows are counted; a missing one is not known yet. */
export const Anchors = z.partialRecord(AnchorKind, Day)
export type Anchors = z.output<typeof Anchors>
