import type { IncomingContent } from '../incoming.ts'
import { type Entries, type Entry, containedIn, referenceAt } from './entries.ts'
import { type Json, lineAt, objectAt } from './json.ts'
import { displayName } from './patient.ts'
import type { ReadingContext } from './when.ts'

/** What a resource became: records with the key they are found again by. */
export interface Draft {
  readonly key: string
  readonly content: IncomingContent
}

/** What the mapping of one resource may look at, and where it says which other entries it took something from. */
export interface Reader {
  readonly context: ReadingContext
  readonly entries: Entries
  /** Entries a name or label was taken from: they count as used. */
  readonly borrow: (entry: Entry) => void
  /** A sentence about the entry being read that does not keep it out. */
  readonly note: (place: string, sentence: string) => void
}

/** The resource a member refers to, contained or elsewhere in the file, told as borrowed. */
export function resolved(reader: Reader, resource: Json, node: Json, key: string): Json | undefined {
  const reference = referenceAt(node, key)
  if (reference === undefined) return undefined
  if (reference.startsWith('#')) return containedIn(resource, reference)
  const entry = reader.entries.resolve(reference)
  if (entry !== undefined) reader.borrow(entry)
  return entry?.resource
}

/** The name of whoever or whatever a member refers to: the display beside the reference, else the name in the resource. */
export function nameAt(reader: Reader, resource: Json, node: Json, key: string): string {
  const display = lineAt(objectAt(node, key), 'display')
  if (display !== 'unknown') return display
  const target = resolved(reader, resource, node, key)
  if (target === undefined) return 'unknown'
  return typeof target['name'] === 'string' ? lineAt(target, 'name') : nameInList(target)
}

/** The key under which the stay of an encounter is found; `none` when the reference leads nowhere. */
export function stayKeyAt(reader: Reader, resource: Json, key: string): string {
  const reference = referenceAt(resource, key)
  if (reference === undefined) return 'none'
  const entry = reader.entries.resolve(reference)
  if (entry?.type === 'Encounter') return keyOf(entry)
  reader.note(key, 'the stay it belongs to is not in the file; it was kept without it')
  return 'none'
}

/** The key of an entry within its patient and source; stable from file to file as long as the source keeps its ids. */
export const keyOf = (entry: Entry): string => `${entry.type}/${entry.id === '' ? entry.fullUrl || `entry-${entry.index}` : entry.id}`.slice(0, 480)

function nameInList(target: Json): string {
  const names = target['name']
  if (!Array.isArray(names)) return 'unknown'
  const first: unknown = names[0]
  return typeof first === 'object' && first !== null ? displayName({ ...first }) : 'unknown'
}
