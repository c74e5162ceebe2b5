import { z } from 'zod'
import { CaseId, TimelineEntryId } from '#shared/model/ids.ts'
import { EddRevisionId, ReplanId, TimelineId } from '#shared/model/recovery-ids.ts'
import { AnchorProposal, ExpectedStay, FitBasis, Standing } from '#shared/model/recovery.ts'
import { Anchors, TemplateId } from '#shared/model/recovery-template.ts'
import { Count, Day, Line, Moment, Prose, Version, known } from '#shared/model/scalars.ts'
import { AnchorKind, Confidence, Domain, EntryKind, ReplanReason, TimelineEntry, Window } from '#shared/model/timeline.ts'
import { command, query } from './define.ts'

export const TemplateSummary = z.strictObject({
  id: TemplateId,
  label: Line,
  category: Line,
  anchorKind: AnchorKind,
  milestones: Count,
  watchWindows: Count,
  precautions: Count,
  drgs: z.array(z.strictObject({ code: Line, title: Line })),
  notes: z.array(Line),
})
export type TemplateSummary = z.output<typeof TemplateSummary>

export const Suggestion = z.strictObject({
  template: TemplateSummary,
  basis: FitBasis,
  /** One line each, in order of weight: "Working DRG 470", "By name: Total replacement of left hip". */
  why: z.array(Line),
  anchor: AnchorProposal,
  alreadyPlaced: z.boolean(),
})
export type Suggestion = z.output<typeof Suggestion>

export const PreviewRow = z.strictObject({
  code: Line,
  label: Line,
  kind: EntryKind,
  domain: Domain,
  anchorKind: AnchorKind,
  rule: z.union([z.literal('none'), Line]),
  window: Window,
  /** The figure in words: "Day 1 to 3 after surgery, typically 1", "2 days before the EDD". */
  timing: Line,
  sourceTitle: Line,
  sourceUrl: known(Line),
  confidence: Confidence,
  country: z.literal(['US', 'UK']),
  reference: z.union([z.literal('none'), Line]),
  note: z.union([z.literal('none'), Line]),
  /** `yes`: placed by default. `no`: its facts do not hold. `ask`: it depends on a fact nobody has entered. */
  proposed: z.literal(['yes', 'no', 'ask']),
  because: z.union([z.literal('none'), Line]),
  alreadyOnCase: z.boolean(),
})
export type PreviewRow = z.output<typeof PreviewRow>

const ReviewedRow = z.strictObject({ code: Line, window: Window })

export const EntryView = TimelineEntry.extend({
  timelineId: TimelineId,
  standing: Standing,
  reachedByName: z.union([z.literal('nobody'), Line]),
  /** Days between the first plan and the current one; 0 when never moved. */
  movedDays: z.number().int(),
})
export type EntryView = z.output<typeof EntryView>

export const EddRevision = z.strictObject({
  id: EddRevisionId,
  edd: known(Day),
  reason: z.union([z.literal('first'), ReplanReason]),
  note: z.union([z.literal('none'), Prose]),
  at: Moment,
  byName: Line,
})
export type EddRevision = z.output<typeof EddRevision>

export const ReplanView = z.strictObject({
  id: ReplanId,
  entryIds: z.array(TimelineEntryId),
  days: z.number().int(),
  reason: z.union([z.literal('none'), ReplanReason]),
  note: z.union([z.literal('none'), Prose]),
  at: Moment,
  byName: Line,
  undone: z.boolean(),
})
export type ReplanView = z.output<typeof ReplanView>

/** Everything that is drawn on the axis besides entries. */
export const AxisFacts = z.strictObject({
  today: Day,
  openedOn: Day,
  admittedOn: known(Day),
  inpatientFrom: known(Day),
  dischargedOn: z.union([z.literal('not-discharged'), Day]),
  edd: known(Day),
  eddRevisions: z.array(EddRevision),
  expectedStay: ExpectedStay,
})
export type AxisFacts = z.output<typeof AxisFacts>

export const TimelineView = z.strictObject({
  id: TimelineId,
  templateId: TemplateId,
  templateLabel: Line,
  templateAsOf: Day,
  anchorKind: AnchorKind,
  anchorOn: Day,
  placedAt: Moment,
  placedByName: Line,
  /** On this day a re-plan needs no reason. */
  placedToday: z.boolean(),
})
export type TimelineView = z.output<typeof TimelineView>

export const CaseRecovery = z.strictObject({
  caseId: CaseId,
  caseVersion: Version,
  /** "DRAFT. Not clinically validated …" of the templates in use. */
  templateStatus: Line,
  axis: AxisFacts,
  timelines: z.array(TimelineView),
  entries: z.array(EntryView),
  replans: z.array(ReplanView),
})
export type CaseRecovery = z.output<typeof CaseRecovery>

/** The entry as the person saw it: another version is a conflict, nothing is changed. */
const SeenEntry = { entryId: TimelineEntryId, version: Version }
const NewVersion = z.strictObject({ version: Version })
const note = z.union([z.literal('none'), Prose])
/** `none` is accepted on the day of placement only. */
const reason = z.union([z.literal('none'), ReplanReason])
const write = { permission: 'recovery.write' } as const

export const PatientPlan = z.strictObject({
  patientName: Line,
  birthDate: known(Day),
  madeOn: Day,
  goingHome: z.union([z.literal('not-set'), Day]),
  next: z.array(z.strictObject({ text: Line, from: z.union([z.literal('no-date'), Day]), to: z.union([z.literal('no-date'), Day]) })),
  takeCare: z.array(z.strictObject({ text: Line, until: z.union([z.literal('no-date'), Day]) })),
  done: z.array(z.strictObject({ text: Line, on: Day })),
  call: z.strictObject({ name: known(Line), role: Line, phone: known(Line), facility: Line }),
})
export type PatientPlan = z.output<typeof PatientPlan>

export const ChartPaper = z.strictObject({
  patient: z.strictObject({ name: Line, mrn: known(Line), birthDate: known(Day) }),
  caseReason: Line,
  facility: Line,
  recovery: CaseRecovery,
  sources: z.array(z.strictObject({ id: Line, title: Line, url: known(Line), country: z.literal(['US', 'UK']) })),
  printedBy: Line,
  printedAt: Moment,
})
export type ChartPaper = z.output<typeof ChartPaper>

export const recoveryContract = {
  'recovery.templates': query({
    input: z.strictObject({}),
    output: z.strictObject({ asOf: Day, status: Line, templates: z.array(TemplateSummary) }),
    permission: 'reference.read',
  }),
  /** Templates in order of fit to the case's DRG, diagnoses and procedures; general ones last. */
  'recovery.suggest': query({ input: z.strictObject({ caseId: CaseId }), output: z.strictObject({ suggestions: z.array(Suggestion) }), permission: 'patients.read' }),
  /** What `recovery.place` would put down. Anchors left out are taken from the case; unknown ones leave rows without dates. */
  'recovery.preview': query({
    input: z.strictObject({ caseId: CaseId, templateId: TemplateId, anchors: Anchors }),
    output: z.strictObject({ template: TemplateSummary, anchors: z.array(AnchorProposal), rows: z.array(PreviewRow) }),
    permission: 'patients.read',
  }),
  'recovery.place': command({
    input: z.strictObject({ caseId: CaseId, templateId: TemplateId, anchors: Anchors, rows: z.union([z.literal('defaults'), z.array(ReviewedRow).min(1).max(300)]) }),
    output: z.strictObject({ timelineId: TimelineId, placed: Count }),
    ...write,
  }),
  /** Takes a plan off again; refused once an entry of it was marked or re-planned. */
  'recovery.undoPlace': command({ input: z.strictObject({ timelineId: TimelineId }), output: z.strictObject({ removed: Count }), ...write }),
  'recovery.get': query({ input: z.strictObject({ caseId: CaseId }), output: CaseRecovery, permission: 'patients.read' }),
  /** A milestone only; `on` defaults to today. Also corrects the day or note of one already reached. */
  'recovery.markReached': command({ input: z.strictObject({ ...SeenEntry, on: Day.optional(), note: note.optional() }), output: NewVersion, ...write }),
  'recovery.markMissed': command({ input: z.strictObject({ ...SeenEntry, note: note.optional() }), output: NewVersion, ...write }),
  'recovery.markNotApplicable': command({ input: z.strictObject({ ...SeenEntry, reason: Line }), output: NewVersion, ...write }),
  /** Back to open, whatever it was marked. */
  'recovery.undoMark': command({ input: z.strictObject(SeenEntry), output: NewVersion, ...write }),
  /** One entry to a new window. The first plan stays. */
  'recovery.replan': command({
    input: z.strictObject({ ...SeenEntry, planned: z.strictObject({ from: Day, on: Day, to: Day }), reason, note: note.optional() }),
    output: z.strictObject({ replanId: ReplanId, version: Version }),
    ...write,
  }),
  /** This and all later open rows by `days`: one reason, one undo. `seen` lists exactly the rows the person was shown. */
  'recovery.shiftLater': command({
    input: z.strictObject({ fromEntryId: TimelineEntryId, days: z.number().int().min(-365).max(365), reason, note: note.optional(), seen: z.array(z.strictObject(SeenEntry)).min(1).max(1000) }),
    output: z.strictObject({ replanId: ReplanId, moved: Count }),
    ...write,
  }),
  'recovery.undoReplan': command({ input: z.strictObject({ replanId: ReplanId }), output: z.strictObject({ restored: Count }), ...write }),
  /** The first EDD needs no reason (`first`). `moveEntries`: rows planned from the EDD or the discharge move with it. */
  'recovery.setEdd': command({
    input: z.strictObject({ caseId: CaseId, caseVersion: Version, edd: Day, reason: z.union([z.literal('first'), ReplanReason]), note: note.optional(), moveEntries: z.boolean() }),
    output: z.strictObject({ revisionId: EddRevisionId, replanId: z.union([z.literal('none'), ReplanId]), caseVersion: Version, moved: Count }),
    ...write,
  }),
  /** Back to the EDD before the newest revision, as one more revision; rows that moved with it move back. */
  'recovery.undoEdd': command({ input: z.strictObject({ revisionId: EddRevisionId, replanId: z.union([z.literal('none'), ReplanId]) }), output: z.strictObject({ edd: known(Day) }), ...write }),
  /** What the patient's paper may say of this entry; printed only when reviewed. */
  'recovery.setPatientText': command({ input: z.strictObject({ ...SeenEntry, text: known(Line), reviewed: z.boolean() }), output: NewVersion, ...write }),
  /** A command, because preparing paper is audited. */
  'recovery.printChart': command({ untraced: true, input: z.strictObject({ caseId: CaseId }), output: ChartPaper, permission: 'records.print' }),
  'recovery.printPatient': command({ untraced: true, input: z.strictObject({ caseId: CaseId }), output: PatientPlan, permission: 'records.print' }),
} as const
