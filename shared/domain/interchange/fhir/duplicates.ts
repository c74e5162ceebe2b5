import type { Reason } from '../unusable.ts'
import type { Entry } from './entries.ts'

export interface Sorted {
  readonly once: readonly Entry[]
  /** Entries whose type and id were there before: word for word, or saying something else. */
  readonly twice: readonly { readonly entry: Entry; readonly reason: Reason }[]
}

/** The first entry of each type and id, and the ones that come again. */
export function duplicatesIn(entries: readonly Entry[]): Sorted {
  const first = new Map<string, Entry>()
  const once: Entry[] = []
  const twice: { entry: Entry; reason: Reason }[] = []
  for (const entry of entries) {
    const name = entry.id === '' ? entry.fullUrl : `${entry.type}/${entry.id}`
    const before = name === '' ? undefined : first.get(name)
    if (before === undefined) {
      once.push(entry)
      if (name !== '') first.set(name, entry)
    } else twice.push({ entry, reason: JSON.stringify(before.resource) === JSON.stringify(entry.resource) ? 'duplicate-entry' : 'duplicate-id' })
  }
  return { once, twice }
}
