import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { systemKdf } from '#electron/security/kdf.ts'
import { readKeyring, unlockWithPassphrase } from '#electron/security/keyring.ts'
import { startBenchCore, type BenchCore } from './bench-core.ts'
import { passphrase, signInName, type DataSet } from './data-set.ts'
import { median, rounded, type Result } from './figure.ts'
import { residentMegabytes } from './process-figures.ts'

const RUNS = 5
const MOST_BESIDE_KDF_MS = 700
const MOST_RESIDENT_MB = 350
const MIXED_USE = 300

/** A real core process on the data set: from the passphrase to the first screen's rows, and what it holds in memory after mixed use. */
export async function coreFigures(dataSet: DataSet): Promise<Result[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-core-'))
  cpSync(dataSet.folder, folder, { recursive: true })
  const core = await startBenchCore(folder)
  try {
    const whole: number[] = []
    const derivations: number[] = []
    for (let run = 0; run < RUNS; run++) {
      derivations.push(await derivation(folder))
      const from = performance.now()
      await core.signIn()
      await core.ask('today.get', { scope: 'mine' })
      whole.push(performance.now() - from)
      if (run < RUNS - 1) {
        await core.host.lock('asked')
        await core.host.ready()
      }
    }
    const beside = rounded(median(whole) - median(derivations))
    await mixedUse(core)
    const pid = core.pid()
    const resident = pid === null ? null : residentMegabytes(pid)
    return [
      { name: 'Unlock to first screen, beside key derivation', unit: 'ms', value: beside, baseline: rounded(median(derivations)), budget: `≤ ${MOST_BESIDE_KDF_MS} ms beside the derivation`, pass: beside <= MOST_BESIDE_KDF_MS },
      resident === null
        ? { name: 'Core process, resident', skipped: 'no /proc on this machine' }
        : { name: 'Core process, resident after mixed use', unit: 'MB', value: rounded(resident), budget: `≤ ${MOST_RESIDENT_MB} MB`, pass: resident <= MOST_RESIDENT_MB },
    ]
  } finally {
    await core.host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function derivation(folder: string): Promise<number> {
  const from = performance.now()
  const unlocked = await unlockWithPassphrase(readKeyring(folder), systemKdf, signInName, passphrase)
  unlocked?.dispose()
  return performance.now() - from
}

async function mixedUse({ ask }: BenchCore): Promise<void> {
  for (let i = 0; i < MIXED_USE; i++) {
    await ask('caseload.list', { definition: { ...wholeCaseload, text: ['', 'oka', 'tele', 'medicare'][i % 4] }, offset: (i % 40) * 200, limit: 200 })
    await ask('search.patients', { text: ['oka', 'núñ', '4711', 'sin pri'][i % 4] })
    await ask('search.notes', { text: ['placement', 'oxygen', 'walker stairs', 'daugh'][i % 4] })
  }
}
