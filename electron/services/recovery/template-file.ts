import { z } from 'zod'
import { Day } from '#shared/model/scalars.ts'

const Code = z.string().min(1).max(200)
const RawSource = z.object({ title: z.string().min(1), url: z.union([z.null(), z.string()]), country: z.literal('UK').optional() })
const RawCondition = z.strictObject({
  payer: z.union([z.literal('all'), z.array(z.literal(['medicare_ffs', 'medicare_advantage']))]).optional(),
  stay_class: z.literal('inpatient').optional(),
  destination: z.literal('community').optional(),
  condition: z.array(Code).optional(),
  drug_on_list: Code.optional(),
  employed: Code.optional(),
  practice_takes_on_transitional_care: z.literal(true).optional(),
  not: z.array(Code).optional(),
})
const DayFigure = z.union([z.null(), z.number().int()]).optional()

export const RawEntry = z.strictObject({
  code: Code,
  label: Code,
  kind: z.literal(['milestone', 'watch_window', 'precaution']),
  domain: z.literal(['physical', 'functional', 'medical', 'emotional', 'social', 'financial', 'discharge']),
  anchor: z.literal(['admission', 'surgery', 'delivery', 'event', 'last_use', 'first_dose', 'discharge', 'edd']),
  day_min: DayFigure,
  day_typical: DayFigure,
  day_max: DayFigure,
  before_edd_days: z.number().int().nonnegative().optional(),
  rule: Code.optional(),
  rules: z.array(Code).optional(),
  source: Code,
  confidence: z.literal(['stated_in_source', 'unverified']),
  country: z.literal('UK').optional(),
  reference: Code.optional(),
  note: Code.optional(),
  substance: Code.optional(),
  icd10cm_only: z.array(Code).optional(),
  applies_when: RawCondition.optional(),
  patient_text: z.union([z.null(), Code]),
  patient_print: z.boolean(),
  never_patient_print: z.boolean().optional(),
})
export type RawEntry = z.output<typeof RawEntry>

/** The recovery file as it is delivered; a field nobody knows is refused, so that a new one cannot pass unread. */
export const TemplateFile = z.object({
  status: Code,
  as_of: Day,
  sources: z.record(z.string(), RawSource),
  common_milestones: z.array(RawEntry),
  templates: z.array(
    z.union([
      z.strictObject({ id: Code, label: Code, category: Code, proposed_by: Code, milestones: z.array(RawEntry) }),
      z.strictObject({ id: Code, label: Code, category: Code, set_by: z.literal('destination'), destinations: z.record(z.string(), z.array(RawEntry)) }),
    ]),
  ),
  conditions: z.array(
    z.strictObject({
      id: Code,
      label: Code,
      category: Code,
      icd10cm_prefixes: z.array(Code),
      icd10pcs_prefixes: z.array(Code),
      anchor: RawEntry.shape.anchor,
      msdrgs: z.array(z.object({ code: z.string().regex(/^\d{3}$/), title: Code })),
      milestones: z.array(RawEntry).min(1),
      notes: z.array(Code),
    }),
  ),
})
export type TemplateFile = z.output<typeof TemplateFile>

/** The words by which texts without a code name a template. */
export const WordFile = z.object({
  history: z.array(Code).min(1),
  not_done: z.array(Code).min(1),
  templates: z.record(z.string(), z.strictObject({ diagnosis: z.array(Code), procedure: z.array(Code) })),
})
export type WordFile = z.output<typeof WordFile>
