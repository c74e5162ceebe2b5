import { createHash } from 'node:crypto'
import type { FileReading } from '#shared/domain/interchange/fhir/read-bundle.ts'
import { readingContext } from '#shared/domain/interchange/fhir/when.ts'
import type { LeftOut, Problem } from '#shared/domain/interchange/incoming.ts'
import { reasons } from '#shared/domain/interchange/unusable.ts'
import { tableKindOf } from '#shared/domain/interchange/tables/kinds.ts'
import { type Table, readTables } from '#shared/domain/interchange/tables/read-tables.ts'
import type { HelperFile } from '#electron/platform/file-box.ts'
import type { FromParser, ToParser } from './messages.ts'
import { packPatient } from './packed-patient.ts'
import { readImportFile } from './read-file.ts'
import { FileRefused } from './refusal.ts'

export type ReadBy = Omit<Extract<ToParser, { kind: 'read' }>, 'kind'>

interface Rows {
  /** Place among the files: two wards may give their lists one name. */
  readonly index: number
  readonly file: HelperFile
  readonly rows: readonly (readonly string[])[]
}

const ROWS_A_MESSAGE = 500

/** Reads the files one after the other and tells what each held, message by message; no fault of a file ends it. */
export async function* readFiles(files: readonly HelperFile[], by: ReadBy): AsyncGenerator<FromParser> {
  const sheets: Rows[] = []
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0)
  let bytesBefore = 0
  for (const [index, file] of files.entries()) {
    yield { kind: 'begin', index, name: file.name, bytesBefore, bytesTotal }
    bytesBefore += file.bytes
    const outcome = await contentOf(file, index, by)
    if (outcome.kind === 'rows') sheets.push({ index, file, rows: outcome.rows })
    else if (outcome.kind === 'refused') yield refusedFile(file, outcome.sentence, outcome.resources)
    else yield* readingMessages('fhir', file, outcome.reading)
  }
  yield* sheetMessages(sheets, by)
  yield { kind: 'done' }
}

type Outcome =
  | { readonly kind: 'rows'; readonly rows: Rows['rows'] }
  | { readonly kind: 'fhir'; readonly reading: FileReading }
  | { readonly kind: 'refused'; readonly sentence: string; readonly resources: number }

async function contentOf(file: HelperFile, index: number, by: ReadBy): Promise<Outcome> {
  try {
    return await readImportFile(file, { file: file.name, fileKey: String(index), instruments: by.instruments, hash, context: readingContext(by.zone, by.today) })
  } catch (error) {
    if (error instanceof FileRefused) return { kind: 'refused', sentence: error.sentence, resources: error.resources }
    return { kind: 'refused', sentence: `${file.name}, as a whole: the reader could not make sense of it, so nothing of it was read.`, resources: 0 }
  }
}

function* readingMessages(origin: 'fhir' | 'tables', file: Pick<HelperFile, 'name' | 'bytes'>, reading: FileReading): Generator<FromParser> {
  for (const patient of reading.patients) yield { kind: 'patient', patient: packPatient(patient) }
  yield {
    kind: 'file', origin, file: { name: file.name, bytes: file.bytes, patients: reading.patients.length, resources: reading.resources, refused: 'no' },
    leftOut: [...reading.leftOut], problems: reading.problems.slice(0, 500),
  }
}

/** Sheets that refer to one another are tables and read together; any other is handed over as rows. */
function* sheetMessages(sheets: readonly Rows[], by: ReadBy): Generator<FromParser> {
  const tables = sheets.flatMap(sheet => {
    const table = tableOf(sheet)
    return table === null ? [] : [{ sheet, table }]
  })
  const together = tables.some(({ table }) => table.kind === 'patients') ? tables : []
  if (together.length > 0) yield* tableMessages(together, by)
  for (const sheet of sheets) {
    const { file, rows } = sheet
    if (together.some(each => each.sheet === sheet)) continue
    if (rows.length < 2) yield refusedFile(file, `${file.name}, as a whole: it has no rows below its headers.`, 0)
    else yield* rowMessages(sheet)
  }
}

function* tableMessages(tables: readonly { readonly sheet: Rows; readonly table: Table }[], by: ReadBy): Generator<FromParser> {
  const { patients, leftOut, problems, resources } = readTables(tables.map(({ table }) => table), { instruments: by.instruments, hash, context: readingContext(by.zone, by.today) })
  for (const patient of patients) yield { kind: 'patient', patient: packPatient(patient) }
  for (const [index, { sheet: { file: { bytes } }, table }] of tables.entries()) {
    const first = index === 0
    yield {
      kind: 'file', origin: 'tables', file: { name: table.file, bytes, patients: table.kind === 'patients' ? patients.length : 0, resources: first ? resources : 0, refused: 'no' },
      leftOut: first ? [...leftOut] : [], problems: first ? problems.slice(0, 500) : [],
    }
  }
}

function* rowMessages({ index, file, rows }: Rows): Generator<FromParser> {
  for (let from = 0; from < rows.length; from += ROWS_A_MESSAGE) {
    yield { kind: 'sheet', index, name: file.name, bytes: file.bytes, rows: rows.slice(from, from + ROWS_A_MESSAGE).map(row => [...row]), more: from + ROWS_A_MESSAGE < rows.length }
  }
}

function tableOf({ file, rows }: Rows): Table | null {
  const [headers = [], ...data] = rows
  const kind = tableKindOf(headers, file.name)
  return kind === null ? null : { file: file.name, kind, headers, rows: data, firstRowNumber: 2 }
}

function refusedFile(file: Pick<HelperFile, 'name' | 'bytes'>, sentence: string, resources: number): FromParser {
  const leftOut: LeftOut[] = resources === 0 ? [] : [{ what: 'Entry', reason: reasons['file-not-read'], count: resources }]
  const problems: Problem[] = [{ file: file.name.slice(0, 300), place: 'as a whole', sentence: sentence.slice(0, 1_500) }]
  return { kind: 'file', origin: 'fhir', file: { name: file.name, bytes: file.bytes, patients: 0, resources, refused: sentence }, leftOut, problems }
}

/** 132 bits are plenty to tell two contents apart; nobody's secret hangs on it. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}
