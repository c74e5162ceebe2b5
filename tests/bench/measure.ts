import { performance } from 'node:perf_hooks'
import { median, p95, rounded, type Figure } from './figure.ts'

const RUNS = 5
const TIMES_A_RUN = 20

type Work = () => unknown

/** Milliseconds of each of `times` calls. */
async function times(work: Work, count: number): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    await work()
    taken.push(performance.now() - from)
  }
  return taken
}

export interface Compared {
  readonly name: string
  readonly ours: Work
  /** The hand-written query on the same encrypted file. */
  readonly bare: Work
  readonly mostRatio: number
  readonly mostP95: number
}

/** Our way and the bare one by turns, five runs; the median of the runs' ratios decides, the machine being shared. */
export async function compare({ name, ours, bare, mostRatio, mostP95 }: Compared): Promise<Figure> {
  await times(ours, 3)
  await times(bare, 3)
  const all: number[] = []
  const bases: number[] = []
  const ratios: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const mine: number[] = []
    const base: number[] = []
    for (let i = 0; i < TIMES_A_RUN; i++) {
      mine.push(...await times(ours, 1))
      base.push(...await times(bare, 1))
    }
    all.push(...mine)
    bases.push(...base)
    ratios.push(median(mine) / median(base))
  }
  const ratio = rounded(median(ratios))
  return { name, unit: 'ms', value: rounded(p95(all)), baseline: rounded(median(bases)), ratio, budget: `ratio ≤ ${mostRatio}, p95 ≤ ${mostP95} ms`, pass: ratio <= mostRatio }
}

/** The p95 of one kind of work over five runs. */
export async function limit(name: string, work: Work, mostP95: number, perRun = TIMES_A_RUN): Promise<Figure> {
  await times(work, 3)
  const runs: number[] = []
  for (let run = 0; run < RUNS; run++) runs.push(p95(await times(work, perRun)))
  const value = rounded(median(runs))
  return { name, unit: 'ms', value, budget: `p95 ≤ ${mostP95} ms`, pass: value <= mostP95 }
}
