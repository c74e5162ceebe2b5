import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Output } from '#shared/contract/index.ts'
import type { ImportedFile } from '#shared/model/import.ts'
import type { CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'

const kinds = ['.json', '.csv', '.xlsx', '.ndjson', '.txt', '.xml']
/** As many as one preview takes. */
const FILES_AT_ONCE = 5000
const FILE_NOT_READ = 'File not read.'

interface ImportParts extends Pick<CommandParts, 'say' | 'note'> {
  readonly client: Pick<CommandParts['client'], 'call'>
  readonly files: Pick<CommandParts['files'], 'offerPath'>
  readonly host: Pick<CommandParts['host'], 'onEvent'>
}

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

/**
 * Previews and imports every file, each spreadsheet that is no table of a set by itself; with `--json` the last line is one object.
 *
 * What went wrong is said in sentences, on standard error under `--json`. 1 when a file was not read, anything crashed or is unaccounted for: a nightly job must not lose a ward unseen.
 */
export async function importFiles({ words, json }: Pick<CliArguments, 'words' | 'json'>, { client, files, host, say, note }: ImportParts): Promise<number> {
  const chosen = pathsOf(words)
  if (chosen.length === 0) throw new Error('There is no file to import there.')
  const endProgress = host.onEvent(({ name, data }) => { if (name === 'job.progress') note(progressLine(data)) })
  const results: Output<'imports.run'>[] = []
  const refused: ImportedFile[] = []
  const sentences: string[] = []
  const importSome = async (paths: readonly string[]): Promise<readonly string[]> => {
    const handles = paths.map(file => files.offerPath(file).handle)
    const preview = await client.call('imports.preview', { handles, as: 'auto' })
    const left = new Set(preview.sheetsLeft.map(each => each.sentence))
    refused.push(...preview.files.filter(file => file.refused !== 'no' && !left.has(file.refused)))
    const { sheet } = preview
    if (sheet !== 'none' && sheet.missing.length > 0) {
      const name = preview.files.at(-1)?.name ?? 'The sheet'
      refused.push({ name, bytes: 0, patients: 0, resources: 0, refused: 'unmapped' })
      sentences.push(`${name}, as a whole: it still needs ${sheet.missing.join(' and ')}. Import it once in the window, where its columns can be named; they are remembered.`)
    } else {
      const result = await client.call('imports.run', { previewId: preview.previewId, choices: [], openCases: false })
      results.push(result)
      sentences.push(...result.problems.filter(problem => !left.has(problem.sentence)).map(problem => problem.sentence))
      const more = result.moreProblems
      if (more > 0) sentences.push(`${more} more of these kinds.`)
    }
    return preview.sheetsLeft.flatMap(each => paths[handles.indexOf(each.handle)] ?? [])
  }
  try {
    for (let at = 0; at < chosen.length; at += FILES_AT_ONCE) {
      const alone = await importSome(chosen.slice(at, at + FILES_AT_ONCE))
      for (const file of alone) await importSome([file])
    }
  } finally {
    endProgress()
  }
  const report = addUp(chosen.length, results, refused)
  for (const sentence of sentences) if (json) note(sentence); else say(sentence)
  say(json ? JSON.stringify(report) : wordsOf(report))
  return report.crashed > 0 || report.unaccounted > 0 || refused.length > 0 ? 1 : 0
}

function pathsOf(words: readonly string[]): string[] {
  return words.flatMap(word => (statSync(word).isDirectory() ? filesIn(word) : [word]))
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && kinds.includes(path.extname(entry.name).toLowerCase()))
    .map(entry => path.join(entry.parentPath, entry.name))
    .toSorted()
}

/** A file that was not read counts as one thing that is not used, unless what it holds could be counted. */
function addUp(files: number, results: readonly Output<'imports.run'>[], refused: readonly ImportedFile[]): ImportReport {
  const sum = (of: (result: Output<'imports.run'>) => number): number => results.reduce((total, result) => total + of(result), 0)
  const notUsed: Record<string, number> = {}
  for (const { reason, count } of results.flatMap(result => result.notUsed)) notUsed[reason] = (notUsed[reason] ?? 0) + count
  const unread = refused.filter(file => file.resources === 0).length
  if (unread > 0) notUsed[FILE_NOT_READ] = unread
  return {
    files, patients: sum(r => r.patients), resources: sum(r => r.resources) + unread, imported: sum(r => r.imported), notUsed,
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
