import { type Json, codeAt, isJson, objectsAt } from './json.ts'

/** One resource of a file: where it stands and what it is. */
export interface Entry {
  readonly index: number
  readonly type: string
  readonly id: string
  readonly fullUrl: string
  /** Where it stands, for a person: `entry 12 (Condition c1)`, or the row of a table. */
  readonly place: string
  readonly resource: Json
}

/** A thing in the list that is no resource. */
export interface Misfit {
  readonly index: number
}

export interface Entries {
  readonly entries: readonly Entry[]
  readonly misfits: readonly Misfit[]
  /** The entry a reference means: by full URL, by `Type/id`, with or without a base and a version. */
  readonly resolve: (reference: string) => Entry | undefined
}

const TYPE = /^[A-Z][A-Za-z]{1,60}$/

/** Resources of a bundle (or of the lines of an NDJSON file), findable by every way FHIR may refer to them. */
export function indexEntries(items: readonly unknown[], placeOf?: (index: number) => string): Entries {
  const entries: Entry[] = []
  const misfits: Misfit[] = []
  const byReference = new Map<string, Entry>()
  items.forEach((item, index) => {
    const entry = entryOf(item, index, placeOf)
    if (entry === null) misfits.push({ index })
    else {
      entries.push(entry)
      for (const name of namesOf(entry)) if (!byReference.has(name)) byReference.set(name, entry)
    }
  })
  return { entries, misfits, resolve: reference => byReference.get(bare(reference)) ?? byReference.get(shortened(reference)) }
}

/** The reference of a member, and what it names; `undefined` when there is none. */
export function referenceAt(node: Json, key: string): string | undefined {
  const value = node[key]
  return isJson(value) ? codeAt(value, 'reference') : undefined
}

/** A resource the given one carries inside itself (`#id`). */
export function containedIn(resource: Json, reference: string): Json | undefined {
  return objectsAt(resource, 'contained').find(each => `#${codeAt(each, 'id') ?? ''}` === reference)
}

const bundlePlace = (index: number, type: string, id: string): string => `entry ${index + 1} (${type}${id === '' ? '' : ` ${id.slice(0, 64)}`})`

function entryOf(item: unknown, index: number, placeOf: ((index: number) => string) | undefined): Entry | null {
  if (!isJson(item)) return null
  const resource = item['resource']
  if (!isJson(resource)) return null
  const type = codeAt(resource, 'resourceType') ?? ''
  const id = codeAt(resource, 'id') ?? ''
  const place = placeOf === undefined ? bundlePlace(index, type, id) : placeOf(index)
  return TYPE.test(type) ? { index, type, id, fullUrl: codeAt(item, 'fullUrl') ?? '', place, resource } : null
}

function namesOf(entry: Entry): readonly string[] {
  const names = entry.id === '' ? [] : [`${entry.type}/${entry.id}`, `urn:uuid:${entry.id}`]
  return entry.fullUrl === '' ? names : [entry.fullUrl, ...names]
}

/** Without a version: `Patient/1/_history/2` is `Patient/1`. */
const bare = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '')

/** `https://server/fhir/Patient/1` is `Patient/1`. A conditional reference (`Practitioner?identifier=…`) names nothing in the file. */
function shortened(reference: string): string {
  return /([A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64})$/.exec(bare(reference))?.[1] ?? ''
}
