import { z } from 'zod'
import { PatientId } from '#shared/model/ids.ts'
import {
  CensusAbsence, ColumnMapping, ImportKind, ImportPreview, ImportResult, ImportRun, PreviewRow, RowChoice, RowState,
} from '#shared/model/import.ts'
import { Disposition } from '#shared/model/stay.ts'
import { Count, Moment, Version, known } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'

const PreviewId = z.string().max(40)
const FileHandleId = z.string().min(1).max(200)

export const importsContract = {
  /**
   * Reads the chosen files in the helper process and compares them with the store; changes nothing. A job: progress and cancel under its command id.
   * The preview lives in the core's memory until the next one, the import, or the lock.
   */
  'imports.preview': command({
    untraced: true,
    input: z.strictObject({ handles: z.array(FileHandleId).min(1).max(5_000), as: z.union([z.literal('auto'), ImportKind]) }),
    output: ImportPreview,
    permission: 'records.import',
  }),
  /** Reads the same sheet again with a corrected mapping, another "as of", or as a list instead of a census. */
  'imports.remap': command({
    untraced: true,
    input: z.strictObject({ previewId: PreviewId, mapping: ColumnMapping, as: z.literal(['census', 'list']), asOf: z.union([z.literal('as-found'), Moment]) }),
    output: ImportPreview,
    permission: 'records.import',
  }),
  /** The rows of a preview, a window at a time, in the order of the files. */
  'imports.previewRows': query({
    input: z.strictObject({ previewId: PreviewId, offset: Count, limit: z.number().int().min(1).max(500), states: z.array(RowState).max(6), undecidedOnly: z.boolean() }),
    output: z.strictObject({ rows: z.array(PreviewRow), total: Count }),
    permission: 'records.import',
  }),
  /** Imports patient by patient, each in one transaction, after a backup. Cancelling leaves whole patients only. Rows without a choice are imported, likely duplicates among them apart. */
  'imports.run': command({
    input: z.strictObject({ previewId: PreviewId, choices: z.array(RowChoice).max(50_000), openCases: z.boolean() }),
    output: ImportResult,
    permission: 'records.import',
  }),
  /** Forgets a preview: the person went back. */
  'imports.discard': command({ untraced: true, input: z.strictObject({ previewId: PreviewId }), output: z.strictObject({}), permission: 'records.import' }),
  'imports.history': query({ input: z.strictObject({ limit: z.number().int().min(1).max(200) }), output: z.strictObject({ runs: z.array(ImportRun) }), permission: 'records.import' }),
  /** The moment the newest census speaks of; every list says so. */
  'imports.censusAsOf': query({ input: z.strictObject({}), output: z.strictObject({ asOf: z.union([z.literal('none'), Moment]) }), permission: 'patients.read' }),
  /** Who the newest census no longer names and nobody has confirmed yet: all of them, or one patient. */
  'imports.absences': query({ input: z.strictObject({ patientId: PatientId.optional() }), output: z.strictObject({ absences: z.array(CensusAbsence) }), permission: 'patients.read' }),
  /** A person says what became of somebody who vanished: discharged (then, and how, if known) or still here. */
  'imports.confirmAbsence': command({
    input: z.discriminatedUnion('resolution', [
      z.strictObject({ absenceId: z.string().max(40), expectedStayVersion: Version, resolution: z.literal('discharged'), at: Moment, disposition: known(Disposition) }),
      z.strictObject({ absenceId: z.string().max(40), expectedStayVersion: Version, resolution: z.literal('still-here') }),
    ]),
    output: z.strictObject({ patientId: PatientId }),
    permission: 'stays.write',
  }),
} as const
