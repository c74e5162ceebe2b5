import { fork } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { HelperFile } from '#electron/platform/file-box.ts'
import { FromParser } from '#electron/services/interchange/parser/messages.ts'
import { unpackPatient } from '#electron/services/interchange/parser/packed-patient.ts'

const program = path.resolve(import.meta.dirname, '../../../electron/services/interchange/parser/import-parser.ts')

/** What the helper process said about some files. */
export interface Said {
  readonly files: readonly { readonly name: string; readonly refused: string }[]
  readonly problems: readonly { readonly file: string; readonly sentence: string }[]
  readonly patients: readonly { readonly file: string; readonly records: number }[]
  readonly rows: number
  /** Resources of a file that stand among the imported or the left out. */
  accounted(file: string): number
  readonly filesWritten: readonly string[]
  /** The most memory it held, as the kernel counts it. */
  readonly peakMegabytes: number
}

/** Runs the real import parser as the product does: its own process, 512 MB, one message for each `next`. */
export async function readInHelper(folder: string, files: readonly HelperFile[]): Promise<Said> {
  const before = readdirSync(folder)
  const child = fork(program, [], { execArgv: ['--max-old-space-size=512'], serialization: 'advanced', cwd: folder, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const messages: FromParser[] = []
  let peakMegabytes = 0
  await new Promise<void>((resolve, reject) => {
    child.on('message', raw => {
      const message = FromParser.parse(raw)
      messages.push(message)
      if (message.kind !== 'done') return void child.send({ kind: 'next' })
      peakMegabytes = peakOf(child.pid ?? 0)
      resolve()
    })
    child.on('exit', code => reject(new Error(`The helper ended with ${String(code)}.`)))
    child.send({ kind: 'files', files })
    child.send({ kind: 'read', zone: 'America/New_York', today: '2026-11-22', instruments: [] })
    child.send({ kind: 'next' })
  }).finally(() => { child.kill() })
  return said(messages, readdirSync(folder).filter(name => !before.includes(name)), peakMegabytes)
}

function said(messages: readonly FromParser[], filesWritten: readonly string[], peakMegabytes: number): Said {
  const patients = messages.filter(message => message.kind === 'patient').map(message => unpackPatient(message.patient))
  const files = messages.filter(message => message.kind === 'file')
  const sum = (tally: Readonly<Record<string, number>>): number => Object.values(tally).reduce((total, count) => total + count, 0)
  const left = (list: readonly { readonly count: number }[]): number => list.reduce((total, each) => total + each.count, 0)
  return {
    files: files.map(({ file }) => ({ name: file.name, refused: file.refused })),
    problems: [...files.flatMap(({ problems }) => problems), ...patients.flatMap(patient => patient.problems)],
    patients: patients.map(({ file, records }) => ({ file, records: records.length })),
    rows: messages.filter(message => message.kind === 'sheet').reduce((total, message) => total + message.rows.length, 0),
    accounted: name => left(files.find(({ file }) => file.name === name)?.leftOut ?? [])
      + patients.filter(patient => patient.file === name).reduce((total, patient) => total + sum(patient.from) + left(patient.leftOut) + patient.records.reduce((all, record) => all + sum(record.from), 0), 0),
    filesWritten,
    peakMegabytes,
  }
}

/** VmHWM where /proc tells it; 0 elsewhere. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
