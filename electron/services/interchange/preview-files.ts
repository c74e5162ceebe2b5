import type { Output, Parsed } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import { ImportAccounts } from '#shared/domain/interchange/accounts.ts'
import type { LeftOut, Problem } from '#shared/domain/interchange/incoming.ts'
import { problemOf } from '#shared/domain/interchange/problem.ts'
import { reasons } from '#shared/domain/interchange/unusable.ts'
import type { ImportKind, ImportedFile, PreviewRow } from '#shared/model/import.ts'
import type { Deps, RequestContext } from '../deps.ts'
import type { Job } from '../jobs.ts'
import { comparePatient } from './compare-patient.ts'
import { type PackedPatient, checkedPatient, entriesIn } from './parser/packed-patient.ts'
import { type Preview, type SheetRows, keepPreview } from './preview-shelf.ts'
import { patientRow } from './preview-row.ts'
import { previewSheet } from './preview-sheet.ts'
import { readChosen } from './read-chosen.ts'
import { countPatient, previewOf } from './summarize-preview.ts'

/** Reads what was chosen and shows what importing it would do. Nothing is written but the line in the history that says somebody looked. */
export async function previewImport(deps: Deps, context: RequestContext, { handles, as }: Parsed<'imports.preview'>): Promise<Output<'imports.preview'>> {
  const job = deps.jobs.start(context, 'Reading files')
  const collected = await collect(deps, context, handles, job)
  const preview = await previewCollected(deps, context, job, collected, as)
  keepPreview(deps.store, preview)
  const { files, resources, states } = preview.summary
  deps.store.recordRead(context, { action: 'import.previewed', detail: { kind: preview.kind, files: files.length, resources, new: states.new, changed: states.changed } })
  return preview.summary
}

interface Collected {
  readonly files: readonly ImportedFile[]
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly Problem[]
  readonly patients: readonly PackedPatient[]
  readonly rows: readonly PreviewRow[]
  readonly sheets: readonly ChosenSheet[]
  readonly hasTables: boolean
  readonly accounts: ImportAccounts
}

/** A spreadsheet among the chosen files. */
interface ChosenSheet extends SheetRows {
  readonly handle: string
  readonly bytes: number
}

async function collect(deps: Deps, context: RequestContext, handles: readonly string[], job: Job): Promise<Collected> {
  const files: ImportedFile[] = []
  const leftOut: LeftOut[] = []
  const problems: Problem[] = []
  const patients: PackedPatient[] = []
  const rows: PreviewRow[] = []
  const sheets = new Map<number, ChosenSheet & { rows: (readonly string[])[] }>()
  const accounts = new ImportAccounts()
  let hasTables = false
  let file = ''
  for await (const message of readChosen(deps, handles, context, job)) {
    if (message.kind === 'begin') {
      file = message.name
      job.progress(Math.round(message.bytesBefore / 1024), Math.round(message.bytesTotal / 1024))
    } else if (message.kind === 'patient') {
      const patient = checkedPatient(message.patient)
      if (patient === null) {
        leftOut.push({ what: 'Entry', reason: reasons.stumbled, count: entriesIn(message.patient) })
        problems.push(problemOf(file, 'a patient', 'stumbled'))
      } else {
        rows.push(deps.store.read(db => patientRow(patient, comparePatient(db, patient, null))))
        patients.push(message.patient)
        countPatient(accounts, patient)
      }
    } else if (message.kind === 'file') {
      files.push(message.file)
      leftOut.push(...message.leftOut)
      problems.push(...message.problems)
      hasTables ||= message.origin === 'tables'
    } else if (message.kind === 'sheet') {
      const sheet = sheets.get(message.index) ?? { handle: handles[message.index] ?? '', name: message.name, bytes: message.bytes, rows: [] }
      sheet.rows.push(...message.rows)
      sheets.set(message.index, sheet)
    }
    await job.breathe()
  }
  if (job.cancelled) throw new AppError({ code: 'cancelled', message: 'Stopped, as you asked. Nothing was changed.' })
  accounts.leftOut(leftOut)
  return { files, leftOut, problems, patients, rows, sheets: [...sheets.values()], hasTables, accounts }
}

async function previewCollected(deps: Deps, context: RequestContext, job: Job, collected: Collected, as: ImportKind | 'auto'): Promise<Preview> {
  const id = deps.ids.next('preview')
  const { patients, rows, problems, leftOut, sheets } = collected
  const [sheet, ...others] = sheets
  if (sheet !== undefined && patients.length === 0) {
    job.relabel('Comparing rows')
    const left = others.map(other => leftSheet(other, 'one spreadsheet is imported at a time, so this one was left out'))
    const preview = await previewSheet(deps, context, job, { id, sheet, bytes: sheet.bytes, files: [...collected.files, ...left.map(each => each.file)], as, mapping: null, asOf: 'as-found' })
    return { ...preview, summary: { ...preview.summary, sheetsLeft: left.map(asLeft) } }
  }
  const left = sheets.map(other => leftSheet(other, 'a spreadsheet is imported by itself, so it was left out'))
  const files = [...collected.files, ...left.map(each => each.file)]
  const kind = collected.hasTables && !collected.files.some(file => /\.(json|ndjson)$/i.test(file.name)) ? 'tables' : 'fhir'
  const resources = files.reduce((sum, file) => sum + file.resources, 0)
  const summary = previewOf({ id, kind, files, rows, problems, sheet: 'none', resources, accounts: collected.accounts })
  return { id, ownerId: context.actorId, kind, files, leftOut, problems, patients, rows, sheet: null, summary: { ...summary, sheetsLeft: left.map(asLeft) } }
}

interface LeftSheet {
  readonly handle: string
  readonly file: ImportedFile
}

function leftSheet({ handle, name, bytes }: ChosenSheet, why: string): LeftSheet {
  return { handle, file: { name, bytes, patients: 0, resources: 0, refused: `${name}, as a whole: ${why}.` } }
}

const asLeft = ({ handle, file }: LeftSheet) => ({ handle, sentence: file.refused })
