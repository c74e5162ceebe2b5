import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { IncomingContent, IncomingRecord, Tally } from './incoming.ts'

/** Hashes a text; passed in, because this floor knows no cryptography. */
export type Hash = (text: string) => string

/** Gathers the records of one patient; two that have one key become one: payers and care team members are named again and again. */
export class DraftRecords {
  readonly #records = new Map<string, { content: IncomingContent; from: Record<string, number> }>()

  add(key: string, content: IncomingContent, from: Tally): void {
    const present = this.#records.get(key)
    if (present === undefined) this.#records.set(key, { content, from: { ...from } })
    else {
      present.content = merged(present.content, content)
      addTo(present.from, from)
    }
  }

  toList(hash: Hash): IncomingRecord[] {
    return [...this.#records].map(([key, { content, from }]) => ({ key, hash: hash(JSON.stringify(content)), from, content }))
  }
}

export function addTo(sum: Record<string, number>, more: Tally): void {
  for (const [what, count] of Object.entries(more)) sum[what] = (sum[what] ?? 0) + count
}

/** The hash of everything a file says of a patient, whatever the order in which it says it. */
export function patientHash(hash: Hash, own: unknown, records: readonly IncomingRecord[]): string {
  return hash(JSON.stringify([own, records.map(record => `${record.key} ${record.hash}`).toSorted()]))
}

function merged(a: IncomingContent, b: IncomingContent): IncomingContent {
  if (a.entity !== 'coverage' || b.entity !== 'coverage') return a
  return {
    ...a,
    payerKind: a.payerKind === 'unknown' ? b.payerKind : a.payerKind,
    memberNumber: a.memberNumber === 'unknown' ? b.memberNumber : a.memberNumber,
    startsOn: pick(a.startsOn, b.startsOn, (x, y) => x < y),
    endsOn: endOfTerm(a.endsOn, b.endsOn, pick(a.lastSeenOn, b.lastSeenOn, (x, y) => x > y)),
    lastSeenOn: pick(a.lastSeenOn, b.lastSeenOn, (x, y) => x > y),
  }
}

/** Of two ends the later; an end beside none counts only where the payer was seen up to it and not after: claims never tell an end. */
function endOfTerm(a: PlainDate | 'unknown', b: PlainDate | 'unknown', lastSeenOn: PlainDate | 'unknown'): PlainDate | 'unknown' {
  const end = pick(a, b, (x, y) => x > y)
  if (a !== 'unknown' && b !== 'unknown') return end
  return end !== 'unknown' && lastSeenOn !== 'unknown' && lastSeenOn <= end ? end : 'unknown'
}

function pick<T extends string>(a: T | 'unknown', b: T | 'unknown', better: (x: T, y: T) => boolean): T | 'unknown' {
  if (a === 'unknown') return b
  return b === 'unknown' || better(a, b) ? a : b
}
