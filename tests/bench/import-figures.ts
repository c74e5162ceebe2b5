import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { startBenchCore, type BenchCore } from './bench-core.ts'
import { makeProfile } from './data-set.ts'
import { median, rounded, type Result } from './figure.ts'
import { watchLoop } from './loop-watch.ts'
import { multiplied } from './more-bundles.ts'
import { processorSeconds } from './process-figures.ts'

const RUNS = 3
const TIMES = 4
const LEAST_A_SECOND = 15
const MOST_BLOCKED_MS = 50
const RATE = 'Import of Synthea bundles, preview and import'
const BLOCKED = 'Longest block of the shell’s event loop while importing'

/** Third-party samples stand beside the project and are never part of it. */
const samples = fileURLToPath(new URL('../../../shared/data/samples/fhir-synthea/', import.meta.url))
const Preview = z.looseObject({ previewId: z.string() })
const Outcome = z.looseObject({ patients: z.number(), crashed: z.number(), unaccounted: z.number() })

/** A folder of Synthea bundles (each four times over) into an empty store, as a person does it: preview, then import with its backup. On one core, so it is the processor time of shell, core and parser together that counts. */
export async function importFigures(): Promise<Result[]> {
  const given = bundlesIn(samples)
  if (given.length === 0) return [RATE, BLOCKED].map(name => ({ name, skipped: 'no samples (fhir-synthea)' }))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-bundles-'))
  const bundles = multiplied(given, TIMES, folder)
  const runs: ImportRun[] = []
  try {
    for (let run = 0; run < RUNS; run++) runs.push(await importOnce(bundles))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const rate = rounded(median(runs.map(each => bundles.length / each.seconds)))
  const onTheClock = rounded(median(runs.map(each => bundles.length / each.onTheClock)))
  const blocked = rounded(Math.max(...runs.map(each => each.blocked)))
  const withWaiting = rounded(Math.max(...runs.map(each => each.withWaiting)))
  return [
    { name: RATE, unit: 'bundles/s', value: rate, baseline: onTheClock, budget: `≥ ${LEAST_A_SECOND} a second of one core (baseline: by the clock)`, pass: rate >= LEAST_A_SECOND },
    { name: BLOCKED, unit: 'ms', value: blocked, baseline: withWaiting, budget: `≤ ${MOST_BLOCKED_MS} ms (baseline: with waiting for a processor)`, pass: blocked <= MOST_BLOCKED_MS },
  ]
}

interface ImportRun {
  readonly seconds: number
  readonly onTheClock: number
  readonly blocked: number
  readonly withWaiting: number
}

async function importOnce(bundles: readonly string[]): Promise<ImportRun> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-bench-import-'))
  rmSync(folder, { recursive: true })
  await makeProfile(folder, () => undefined)
  const core = await startBenchCore(folder)
  try {
    await core.signIn()
    const watch = watchLoop()
    const before = spent(core)
    const from = performance.now()
    const { previewId } = Preview.parse(await core.ask('imports.preview', { handles: bundles.map(file => core.files.offerPath(file).handle), as: 'fhir' }))
    const outcome = Outcome.parse(await core.ask('imports.run', { previewId, choices: [], openCases: false }))
    const onTheClock = (performance.now() - from) / 1000
    const after = spent(core)
    if (outcome.patients !== bundles.length || outcome.crashed + outcome.unaccounted > 0) throw new Error(`The import is not whole: ${JSON.stringify(outcome)}`)
    return { seconds: before === null || after === null ? onTheClock : after - before, onTheClock, ...watch.end() }
  } finally {
    await core.host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Processor seconds of shell, core and ended helpers so far. */
function spent(core: BenchCore): number | null {
  const pid = core.pid()
  const [shell, child] = [processorSeconds(process.pid), pid === null ? null : processorSeconds(pid)]
  return shell === null || child === null ? null : shell.own + shell.endedChildren + child.own + child.endedChildren
}

function bundlesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.includes(path.sep) && name.endsWith('.json')).toSorted().map(name => path.join(folder, name))
}
