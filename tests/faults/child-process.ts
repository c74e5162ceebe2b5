import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '#tests/support/store.ts'

export type Run = {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly ready: Promise<void>
  readonly ended: Promise<number | null>
  /** When it has printed so many lines, or ended. */
  linesPrinted(count: number): Promise<void>
}

// Stripping types and compiling a hundred files costs more than what the children do.
const compileCache = temporaryFolder('compile-cache')

/** Starts one of `children/`; `ready` when it has printed its first line. `through` is a program that runs it, such as a tracer. */
export function runChild(name: string, args: readonly string[], options: { env?: Readonly<Record<string, string>>; through?: readonly string[] } = {}): Run {
  const script = fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url))
  const [command, ...before] = [...(options.through ?? []), process.execPath]
  const child = spawn(command, [...before, script, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compileCache, ...options.env } })
  const lines: string[] = []
  let rest = ''
  const ended = new Promise<number | null>(resolve => { child.on('close', code => { resolve(code) }) })
  const linesPrinted = (count: number): Promise<void> => new Promise(resolve => {
    const look = (): void => { if (lines.length >= count) resolve() }
    child.stdout.on('data', look)
    look()
    void ended.then(() => { resolve() })
  })
  child.stdout.on('data', (data: Buffer) => {
    const parts = (rest + data.toString('utf8')).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  return { child, lines, ready: linesPrinted(1), ended, linesPrinted }
}

/** Numbers from a seed; a failed run names its seed. */
export function seeded(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** True when the tool is on the PATH. */
export function hasTool(name: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some(folder => existsSync(path.join(folder, name)))
}
