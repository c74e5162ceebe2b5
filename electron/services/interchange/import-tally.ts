import { ImportAccounts } from '#shared/domain/interchange/accounts.ts'
import type { Problem } from '#shared/domain/interchange/incoming.ts'
import type { ImportResult, RowState } from '#shared/model/import.ts'
import type { Preview } from './preview-shelf.ts'

/** Sentences listed in a result; the others are counted. */
const LISTED_PROBLEMS = 200

/** What an import did so far. */
export class Tally {
  readonly accounts = new ImportAccounts()
  readonly #states: Record<RowState, number> = { new: 0, changed: 0, moved: 0, same: 0, gone: 0, 'not-understood': 0 }
  readonly #problems: Problem[] = []
  readonly #preview: Preview
  #patients = 0
  #moreProblems = 0
  crashed = 0
  casesOpened = 0

  constructor(preview: Preview) {
    this.#preview = preview
    this.accounts.leftOut(preview.leftOut)
    for (const problem of preview.summary.problems) this.problem(problem)
  }

  state(state: RowState): void {
    this.#states[state] += 1
    if (state !== 'gone' && state !== 'not-understood') this.#patients += 1
  }

  problem(problem: Problem): void {
    if (this.#problems.length < LISTED_PROBLEMS) this.#problems.push(problem)
    else this.#moreProblems += 1
  }

  result({ id, cancelled, seconds }: { readonly id: string; readonly cancelled: boolean; readonly seconds: number }): ImportResult {
    const { kind, files, summary } = this.#preview
    const imported = this.accounts.importedCount
    return {
      importId: id, kind, cancelled, files: files.length, patients: this.#patients, states: { ...this.#states }, resources: summary.resources, imported, notUsed: this.accounts.notUsedList(), crashed: this.crashed,
      unaccounted: summary.resources - imported - this.accounts.notUsedCount, seconds: Math.round(seconds * 10) / 10, casesOpened: this.casesOpened, problems: this.#problems, moreProblems: summary.moreProblems + this.#moreProblems,
    }
  }
}
