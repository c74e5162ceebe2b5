import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { createCoreHost, type CoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { systemKdf } from '#electron/security/kdf.ts'
import { readKeyring, unlockWithPassphrase } from '#electron/security/keyring.ts'
import { passphrase, signInName, type DataSet } from './data-set.ts'
import { median, rounded, type Result } from './figure.ts'

const RUNS = 5
const MOST_BESIDE_KDF_MS = 700
const MOST_RESIDENT_MB = 350
const MIXED_USE = 300

/** A real core process on the data set: from the passphrase to the first screen's rows, and what it holds in memory after mixed use. */
export async function coreFigures(dataSet: DataSet): Promise<Result[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-core-'))
  cpSync(dataSet.folder, folder, { recursive: true })
  const before = new Set(childrenOf(process.pid))
  const host = createCoreHost({ maker: nodeProcesses, files: createFileBox(), settings: { profileFolder: folder, shell: 'cli', demo: false, demoCaseload: false } })
  try {
    await host.ready()
    const whole: number[] = []
    const derivations: number[] = []
    for (let run = 0; run < RUNS; run++) {
      derivations.push(await derivation(folder))
      const from = performance.now()
      await ask(host, 'session.signIn', { signInName, passphrase })
      await ask(host, 'today.get', { scope: 'mine' })
      whole.push(performance.now() - from)
      if (run < RUNS - 1) { await host.lock('asked'); await host.ready() }
    }
    const beside = rounded(median(whole) - median(derivations))
    await mixedUse(host)
    const resident = residentOf(before)
    return [
      { name: 'Unlock to first screen, beside key derivation', unit: 'ms', value: beside, baseline: rounded(median(derivations)), budget: `≤ ${MOST_BESIDE_KDF_MS} ms beside the derivation`, pass: beside <= MOST_BESIDE_KDF_MS },
      resident === null
        ? { name: 'Core process, resident', skipped: 'no /proc on this machine' }
        : { name: 'Core process, resident after mixed use', unit: 'MB', value: rounded(resident), budget: `≤ ${MOST_RESIDENT_MB} MB`, pass: resident <= MOST_RESIDENT_MB },
    ]
  } finally {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function derivation(folder: string): Promise<number> {
  const from = performance.now()
  const unlocked = await unlockWithPassphrase(readKeyring(folder), systemKdf, signInName, passphrase)
  unlocked?.dispose()
  return performance.now() - from
}

const ids = systemIds(systemClock())

async function ask(host: CoreHost, channel: string, input: unknown): Promise<unknown> {
  const reply = await host.request({ channel, input, commandId: ids.next('command') })
  if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`)
  return reply.data
}

async function mixedUse(host: CoreHost): Promise<void> {
  for (let i = 0; i < MIXED_USE; i++) {
    await ask(host, 'caseload.list', { definition: { ...wholeCaseload, text: ['', 'oka', 'tele', 'medicare'][i % 4] }, offset: (i % 40) * 200, limit: 200 })
    await ask(host, 'search.patients', { text: ['oka', 'núñ', '4711', 'sin pri'][i % 4] })
    await ask(host, 'search.notes', { text: ['placement', 'oxygen', 'walker stairs', 'daugh'][i % 4] })
  }
}

/** Resident megabytes of the core: the child that appeared since the host started, the largest if several. */
function residentOf(before: ReadonlySet<number>): number | null {
  const sizes = childrenOf(process.pid).filter(pid => !before.has(pid)).map(pid => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  return sizes.length === 0 ? null : Math.max(...sizes)
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/).filter(text => text !== '').map(Number)
  } catch {
    return []
  }
}
