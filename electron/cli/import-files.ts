import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Output } from '#shared/contract/index.ts'
import type { FileBox } from '#electron/platform/file-box.ts'
import type { CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'

const kinds = ['.json', '.csv', '.xlsx', '.ndjson', '.txt', '.xml']
/** As many as one preview takes. */
const FILES_AT_ONCE = 5000

export interface ImportReport {
  readonly files: number
  readonly patients: number
  readonly resources: number
  readonly imported: number
  readonly notUsed: Readonly<Record<string, number>>
  readonly crashed: number
  readonly unaccounted: number
  readonly seconds: number
}

/** Previews and imports every file; with `--json` the last line is one object. 1 when anything crashed or is unaccounted for. */
export async function importFiles({ words, json }: CliArguments, { client, files, host, say, note }: CommandParts): Promise<number> {
  const handles = offerAll(words, files)
  if (handles.length === 0) throw new Error('There is no file to import there.')
  const endProgress = host.onEvent(({ name, data }) => { if (name === 'job.progress') note(progressLine(data)) })
  const results: Output<'imports.run'>[] = []
  try {
    for (let at = 0; at < handles.length; at += FILES_AT_ONCE) {
      const preview = await client.call('imports.preview', { handles: handles.slice(at, at + FILES_AT_ONCE), as: 'auto' })
      results.push(await client.call('imports.run', { previewId: preview.previewId, choices: [], openCases: false }))
    }
  } finally {
    endProgress()
  }
  const report = addUp(results)
  if (!json) for (const { file, place, sentence } of results.flatMap(result => result.problems)) say(`${file}, ${place}: ${sentence}`)
  say(json ? JSON.stringify(report) : wordsOf(report))
  return report.crashed > 0 || report.unaccounted > 0 ? 1 : 0
}

function offerAll(words: readonly string[], files: FileBox): string[] {
  return words.flatMap(word => (statSync(word).isDirectory() ? filesIn(word) : [word])).map(file => files.offerPath(file).handle)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && kinds.includes(path.extname(entry.name).toLowerCase()))
    .map(entry => path.join(entry.parentPath, entry.name))
    .toSorted()
}

function addUp(results: readonly Output<'imports.run'>[]): ImportReport {
  const sum = (of: (result: Output<'imports.run'>) => number): number => results.reduce((total, result) => total + of(result), 0)
  const notUsed: Record<string, number> = {}
  for (const { reason, count } of results.flatMap(result => result.notUsed)) notUsed[reason] = (notUsed[reason] ?? 0) + count
  return {
    files: sum(r => r.files), patients: sum(r => r.patients), resources: sum(r => r.resources), imported: sum(r => r.imported), notUsed,
    crashed: sum(r => r.crashed), unaccounted: sum(r => r.unaccounted), seconds: Number(sum(r => r.seconds).toFixed(2)),
  }
}

function wordsOf({ files, patients, resources, imported, notUsed, crashed, unaccounted, seconds }: ImportReport): string {
  const left = Object.entries(notUsed).map(([reason, count]) => `  ${count} not used: ${reason}`)
  return [`${files} files, ${patients} patients, ${imported} of ${resources} resources imported in ${seconds} s; ${crashed} crashed, ${unaccounted} unaccounted for.`, ...left].join('\n')
}

function progressLine(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('label' in data) || !('done' in data) || !('total' in data)) return ''
  return `${String(data.label)}: ${String(data.done)} of ${String(data.total)}`
}
