import { ImportAccounts } from '#shared/domain/interchange/accounts.ts'
import { guessMapping, headerKey, looksLikeCensus, missingFields } from '#shared/domain/interchange/census/columns.ts'
import { asOfWritten, sheetOf } from '#shared/domain/interchange/census/sheet.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Problem } from '#shared/domain/interchange/incoming.ts'
import type { CensusSheet, ColumnMapping, ImportKind, ImportedFile, PreviewRow } from '#shared/model/import.ts'
import { findMapping } from '#electron/store/queries/interchange/runs.ts'
import type { Deps, RequestContext } from '../deps.ts'
import type { Job } from '../jobs.ts'
import { compareRow, sheetRow, unitFinder, unreadReason, unreadRow } from './compare-row.ts'
import { CensusPresence, spokenOf } from './census-presence.ts'
import { goneRow } from './gone-rows.ts'
import type { Preview, SheetRows } from './preview-shelf.ts'
import { readSheetRows } from './sheet-rows.ts'
import { previewOf } from './summarize-preview.ts'

export interface SheetWish {
  readonly id: string
  readonly sheet: SheetRows
  readonly bytes: number
  readonly files: readonly ImportedFile[]
  readonly as: ImportKind | 'auto'
  /** A correction by the person; `null`: as remembered, else as guessed. */
  readonly mapping: ColumnMapping | null
  readonly asOf: Instant | 'as-found'
}

const SAMPLE_ROWS = 5
/** Rows compared before other requests get their turn: some milliseconds. */
const SLICE = 25

/** A census or an own spreadsheet: its columns mapped, each row compared with the store. */
export async function previewSheet(deps: Deps, context: RequestContext, job: Job, wish: SheetWish): Promise<Preview> {
  const found = sheetOf(wish.sheet.rows)
  const { mapping, mappingFrom } = mappingFor(deps, found.headers, wish.mapping)
  const written = asOfWritten(found.preamble, wish.sheet.name, context.today, context.zone)
  const [asOf, asOfFrom] = wish.asOf !== 'as-found' ? ([wish.asOf, 'typed'] as const) : written !== 'unknown' && written <= context.at ? ([written, 'file'] as const) : ([context.at, 'now'] as const)
  const missing = [...missingFields(mapping)]
  const kind = wish.as === 'census' || wish.as === 'list' ? wish.as : looksLikeCensus(mapping) ? 'census' : 'list'
  const sheet: CensusSheet = {
    headers: [...found.headers], sample: found.rows.slice(0, SAMPLE_ROWS).map(row => row.map(cell => cell.slice(0, 80).replaceAll('\u0000', '').toWellFormed())), mapping, mappingFrom, missing, asOf, asOfFrom, rows: found.rows.length,
  }
  const reading = { sheet: wish.sheet, mapping, asOf }
  const { rows, resources, problems } = missing.length > 0 ? { rows: [], resources: 0, problems: [] } : await comparedRows(deps, context, job, kind, reading)
  const files = [...wish.files, { name: wish.sheet.name, bytes: wish.bytes, patients: rows.filter(row => row.state !== 'gone' && row.state !== 'not-understood').length, resources, refused: 'no' }]
  const accounts = new ImportAccounts()
  for (const row of rows) {
    if (row.state === 'not-understood') accounts.leftOut([{ what: 'Row', reason: unreadReason(row), count: 1 }])
    else if (row.state !== 'gone') accounts.imported({ Row: 1 })
  }
  const summary = previewOf({ id: wish.id, kind, files, rows, problems, sheet, resources, accounts })
  return { id: wish.id, ownerId: context.actorId, kind, files, leftOut: [], problems: [], patients: [], rows, sheet: reading, summary }
}

function mappingFor({ store }: Deps, headers: readonly string[], corrected: ColumnMapping | null): Pick<CensusSheet, 'mapping' | 'mappingFrom'> {
  if (corrected !== null) return { mapping: corrected.slice(0, headers.length), mappingFrom: 'corrected' }
  const remembered = store.read(db => findMapping(db, headerKey(headers)))
  return remembered === null ? { mapping: guessMapping(headers), mappingFrom: 'guessed' } : { mapping: remembered.mapping, mappingFrom: 'remembered' }
}

async function comparedRows({ store }: Deps, context: RequestContext, job: Job, kind: 'census' | 'list', reading: Parameters<typeof readSheetRows>[0]): Promise<{ readonly rows: readonly PreviewRow[]; readonly resources: number; readonly problems: readonly Problem[] }> {
  const read = readSheetRows(reading, context)
  const moment = { kind, asOf: reading.asOf, zone: context.zone, unitOf: store.read(unitFinder) }
  const rows: PreviewRow[] = []
  const presence = new CensusPresence(reading)
  for (const [index, each] of read.entries()) {
    if (each.kind === 'unread') {
      rows.push(unreadRow(each))
      store.read(db => presence.unread(db, each))
    } else {
      const comparison = store.read(db => compareRow(db, each, moment, null))
      rows.push(sheetRow(each, comparison))
      presence.read(each)
      presence.isHere(spokenOf(comparison))
    }
    if (index % SLICE === SLICE - 1) {
      job.progress(index + 1, read.length)
      await job.breathe()
    }
  }
  const gone = kind === 'census' && rows.some(row => row.state !== 'not-understood') ? store.read(db => presence.missing(db, reading.asOf)) : []
  return { rows: [...rows, ...gone.map(bed => goneRow(bed, reading.sheet.name))], resources: read.length, problems: kind === 'census' ? presence.problems : [] }
}
