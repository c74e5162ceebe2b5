import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { killCore } from './kill-core.ts'
import type { RunningApp } from './running-app.ts'

const program = fileURLToPath(new URL('../../../out/main/browser.js', import.meta.url))
const START_WITHIN_MS = 60_000

/** Starts the built browser shell as a person does in a terminal, and reads the addresses it prints. */
export async function startBrowserApp(words: readonly string[], profileFolder: string, temporary?: string): Promise<RunningApp> {
  const child = spawn(process.execPath, [program, '--no-open', ...words], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...(temporary !== undefined && { TMPDIR: temporary }) } })
  const output: string[] = []
  const waiting: ((address: string) => void)[] = []
  const ready: string[] = []
  createInterface({ input: child.stdout }).on('line', line => {
    output.push(line)
    if (!line.startsWith('http://127.0.0.1:')) return
    const next = waiting.shift()
    if (next === undefined) ready.push(line)
    else next(line)
  })
  createInterface({ input: child.stderr }).on('line', line => { output.push(line) })
  const exited = new Promise<number | null>(resolve => { child.once('exit', resolve) })
  const address = (): Promise<string> => {
    const known = ready.shift()
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => { reject(new Error(`The browser shell printed no address:\n${output.join('\n')}`)) }, START_WITHIN_MS)
      waiting.push(found => {
        clearTimeout(patience)
        resolve(found)
      })
      void exited.then(code => { reject(new Error(`The browser shell ended with ${code}:\n${output.join('\n')}`)) })
    })
  }
  const first = await address()
  return {
    shell: 'browser',
    window: null,
    firstAddress: first,
    origin: new URL(first).origin,
    profileFolder,
    output,
    newAddress() {
      child.stdin.write('\n')
      return address()
    },
    killCore: () => { killCore(child.pid ?? 0) },
    async end(signal = 'SIGINT') {
      child.kill(signal)
      return exited
    },
    exited,
  }
}
