import { z } from 'zod'
import { DuplicateReason } from './duplicate.ts'
import { PatientId, StayId } from './ids.ts'
import { Sex } from './patient.ts'
import { Count, Day, Moment, known } from './scalars.ts'

/** What was chosen: this morning's census (who is missing may have left), a list of patients, FHIR bundles, or tables that belong together. */
export const ImportKind = z.literal(['census', 'list', 'fhir', 'tables'])
export type ImportKind = z.output<typeof ImportKind>

/** What a column of a census or of an own spreadsheet may hold. `leave-out` is a choice of its own, so that nothing is dropped unseen. */
export const CensusField = z.literal([
  'leave-out', 'mrn', 'full-name', 'family-name', 'given-names', 'birth-date', 'sex', 'death-date', 'language', 'interpreter', 'phone', 'address',
  'visit-number', 'unit', 'room', 'bed', 'unit-and-bed', 'facility', 'status', 'arrived', 'arrived-time', 'discharged', 'disposition', 'attending', 'reason', 'payer', 'member-number',
])
export type CensusField = z.output<typeof CensusField>

/** One field for each column, by position: a header may stand twice. */
export const ColumnMapping = z.array(CensusField).max(200)
export type ColumnMapping = z.output<typeof ColumnMapping>

/** So many of a kind were left out, and why. Everything that came in stands either here or among what was imported. */
export const NotUsed = z.strictObject({ what: z.string(), reason: z.string(), count: Count })
export type NotUsed = z.output<typeof NotUsed>

/** One sentence to the person; the file and the place in it are named, the reason is plain. */
export const ImportProblem = z.strictObject({ file: z.string(), place: z.string(), sentence: z.string() })
export type ImportProblem = z.output<typeof ImportProblem>

export const KindCount = z.strictObject({ what: z.string(), new: Count, changed: Count, same: Count })
export type KindCount = z.output<typeof KindCount>

/** `moved`: another unit or bed. `gone`: on the workstation, no longer on the census. `not-understood`: nothing of it can be imported, the reason is told. */
export const RowState = z.literal(['new', 'changed', 'moved', 'same', 'gone', 'not-understood'])
export type RowState = z.output<typeof RowState>

/** A field that would change. `kept`: a person typed the present value, so it stays. */
export const FieldChange = z.strictObject({ field: z.string(), from: z.string(), to: z.string(), kept: z.boolean() })
export type FieldChange = z.output<typeof FieldChange>

/** As much of a patient as tells two of them apart. */
export const PatientGlance = z.strictObject({ name: z.string(), mrn: known(z.string()), birthDate: known(Day), sex: Sex })
export type PatientGlance = z.output<typeof PatientGlance>

export const LikelyDuplicate = PatientGlance.extend({ patientId: PatientId, because: z.array(DuplicateReason).min(1) })
export type LikelyDuplicate = z.output<typeof LikelyDuplicate>

/** One patient of a file, or one row of a census. */
export const PreviewRow = PatientGlance.extend({
  key: z.string(),
  file: z.string(),
  /** The row of the sheet, the place in the bundle. */
  place: z.string(),
  state: RowState,
  /** Whom the workstation took it for; `none` for a new patient. */
  matched: z.union([z.literal('none'), PatientId]),
  duplicates: z.array(LikelyDuplicate),
  location: known(z.string()),
  status: known(z.string()),
  died: z.union([z.literal('no'), z.literal('day-unknown'), Day]),
  counts: z.array(KindCount),
  notUsed: z.array(NotUsed),
  changes: z.array(FieldChange),
  problems: z.array(ImportProblem),
  /** On a census: an admission the workstation has not seen. */
  newAdmit: z.boolean(),
})
export type PreviewRow = z.output<typeof PreviewRow>

export const StateCounts = z.strictObject({ new: Count, changed: Count, moved: Count, same: Count, gone: Count, 'not-understood': Count })
export type StateCounts = z.output<typeof StateCounts>

export const ImportedFile = z.strictObject({
  name: z.string(),
  bytes: Count,
  patients: Count,
  resources: Count,
  /** `no`, or the sentence that says why nothing of the file was read. */
  refused: z.string(),
})
export type ImportedFile = z.output<typeof ImportedFile>

/** The columns of the sheet, how they are read, and where that came from. */
export const CensusSheet = z.strictObject({
  headers: z.array(z.string()),
  /** The first rows, to judge the mapping by. */
  sample: z.array(z.array(z.string())),
  mapping: ColumnMapping,
  mappingFrom: z.literal(['remembered', 'guessed', 'corrected']),
  /** What is still needed before anything can be read: empty when the mapping works. */
  missing: z.array(z.string()),
  asOf: Moment,
  asOfFrom: z.literal(['file', 'typed', 'now']),
  rows: Count,
})
export type CensusSheet = z.output<typeof CensusSheet>

export const ImportPreview = z.strictObject({
  previewId: z.string(),
  kind: ImportKind,
  files: z.array(ImportedFile),
  states: StateCounts,
  /** Resources of bundles, rows of tables. `unaccounted` is what stands neither among the imported nor among the not used: 0, or something is wrong. */
  resources: Count,
  usable: Count,
  notUsed: z.array(NotUsed),
  unaccounted: Count,
  /** Rows that wait for a choice: a likely duplicate. */
  undecided: Count,
  newAdmits: Count,
  problems: z.array(ImportProblem),
  /** More problems than are listed. */
  moreProblems: Count,
  /** Spreadsheets that were chosen with others and are to be imported by themselves: their handles, and the sentence that says so. */
  sheetsLeft: z.array(z.strictObject({ handle: z.string(), sentence: z.string() })),
  sheet: z.union([z.literal('none'), CensusSheet]),
})
export type ImportPreview = z.output<typeof ImportPreview>

/** What to do with one row: import it, leave it out, or take it for a patient already here. `apart` imports it as a person of its own although one looks alike. */
export const RowChoice = z.discriminatedUnion('choice', [
  z.strictObject({ key: z.string().max(500), choice: z.literal('import') }),
  z.strictObject({ key: z.string().max(500), choice: z.literal('leave-out') }),
  z.strictObject({ key: z.string().max(500), choice: z.literal('apart') }),
  z.strictObject({ key: z.string().max(500), choice: z.literal('same-as'), patientId: PatientId }),
])
export type RowChoice = z.output<typeof RowChoice>

export const ImportResult = z.strictObject({
  importId: z.string(),
  kind: ImportKind,
  cancelled: z.boolean(),
  files: Count,
  patients: Count,
  states: StateCounts,
  resources: Count,
  imported: Count,
  notUsed: z.array(NotUsed),
  /** Patients whose import failed for a reason nobody foresaw; each was rolled back whole. */
  crashed: Count,
  unaccounted: Count,
  seconds: z.number().nonnegative(),
  casesOpened: Count,
  problems: z.array(ImportProblem),
  moreProblems: Count,
})
export type ImportResult = z.output<typeof ImportResult>

export const ImportRun = z.strictObject({
  id: z.string(), kind: ImportKind, at: Moment, asOf: z.union([z.literal('none'), Moment]), by: z.string(), cancelled: z.boolean(), patients: Count, resources: Count, imported: Count, notUsed: Count,
})
export type ImportRun = z.output<typeof ImportRun>

/** Somebody the newest census no longer names: perhaps discharged, never closed without a person's word. */
export const CensusAbsence = z.strictObject({
  id: z.string(), stayId: StayId, stayVersion: z.number().int().positive(), patientId: PatientId, name: z.string(), mrn: known(z.string()), unitName: known(z.string()), bed: known(z.string()),
  firstMissingAt: Moment,
})
export type CensusAbsence = z.output<typeof CensusAbsence>
