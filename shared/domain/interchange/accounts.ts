import type { NotUsed } from '#shared/model/import.ts'
import type { IncomingPatient, IncomingRecord, LeftOut, Tally } from './incoming.ts'
import { type Reason, reasons } from './unusable.ts'

/** What became of everything that came in: each thing counts once, as imported or as not used with its reason. */
export class ImportAccounts {
  #imported = 0
  readonly #notUsed = new Map<string, NotUsed>()

  imported(from: Tally): void {
    this.#imported += sumOf(from)
  }

  notUsed(from: Tally, reason: Reason): void {
    for (const [what, count] of Object.entries(from)) this.#leave(what, reasons[reason], count)
  }

  leftOut(list: readonly LeftOut[]): void {
    for (const { what, reason, count } of list) this.#leave(what, reason, count)
  }

  /** A patient of whom nothing is imported, for one reason. */
  wholePatient(patient: IncomingPatient, reason: Reason): void {
    this.notUsed(patient.from, reason)
    for (const record of patient.records) this.notUsed(record.from, reason)
    this.leftOut(patient.leftOut)
  }

  get importedCount(): number {
    return this.#imported
  }

  get notUsedCount(): number {
    return [...this.#notUsed.values()].reduce((sum, each) => sum + each.count, 0)
  }

  /** The most frequent first. */
  notUsedList(): NotUsed[] {
    return [...this.#notUsed.values()].toSorted((a, b) => b.count - a.count)
  }

  #leave(what: string, reason: string, count: number): void {
    const key = `${what} ${reason}`
    const before = this.#notUsed.get(key)
    this.#notUsed.set(key, { what, reason, count: (before?.count ?? 0) + count })
  }
}

export const sumOf = (tally: Tally): number => Object.values(tally).reduce((sum, count) => sum + count, 0)

/** What kinds of record are called on the screen. */
export const recordWords: Readonly<Record<IncomingRecord['content']['entity'], string>> = {
  stay: 'Stays', condition: 'Conditions', procedure: 'Procedures', medication: 'Medications', allergy: 'Allergies', care_plan: 'Care plans', care_team_member: 'Care team', coverage: 'Payers',
  instrument_result: 'Scores',
}
