import type { IncomingPatient, LeftOut, Problem } from '../incoming.ts'
import { DraftRecords, type Hash, addTo, patientHash } from '../draft-records.ts'
import type { Instrument } from '../instruments.ts'
import { LeftOutTally, Problems, problemOf, problemSaying } from '../problem.ts'
import { type Reason, Unusable, isFault } from '../unusable.ts'
import { type Entries, type Entry, indexEntries, referenceAt } from './entries.ts'
import { duplicatesIn } from './duplicates.ts'
import { isKept, mapEntry, sharedTypes } from './map-entry.ts'
import { markupIn, patientFields, sourceSystem, vitalOf } from './patient.ts'
import { type Reader, keyOf } from './reader.ts'
import type { ReadingContext } from './when.ts'

export interface BundleInput {
  /** As the person knows it; stands in sentences, never in a log. */
  readonly file: string
  /** Unique among the files of one import. */
  readonly fileKey: string
  readonly items: readonly unknown[]
  /** Where an item stands, file included, when the items are rows of several tables. */
  readonly placeOf?: (index: number) => string
  readonly instruments: readonly Instrument[]
  readonly hash: Hash
  readonly context: ReadingContext
}

export interface FileReading {
  readonly patients: readonly IncomingPatient[]
  /** What belongs to no patient that can be imported. */
  readonly leftOut: readonly LeftOut[]
  readonly problems: readonly Problem[]
  readonly resources: number
}

interface PatientDraft {
  readonly entry: Entry
  readonly own: Pick<IncomingPatient, 'fields' | 'vital'>
  readonly from: Record<string, number>
  readonly records: DraftRecords
  readonly leftOut: LeftOutTally
  readonly problems: Problems
}

/**
 * FHIR R4 resources of one file → patients with their records, in our words.
 *
 * A resource is whole or left out with its reason; a patient whose own resource is not whole takes everything of theirs along. Every resource is accounted for.
 */
export function readBundle(input: BundleInput): FileReading {
  return new BundleReading(input).read()
}

class BundleReading {
  readonly #input: BundleInput
  readonly #entries: Entries
  readonly #leftOut = new LeftOutTally()
  readonly #problems = new Problems()
  readonly #patients = new Map<Entry, PatientDraft>()
  readonly #broken = new Set<Entry>()
  readonly #borrowed = new Set<Entry>()

  /** What sentences begin with. */
  readonly #spokenFile: string

  constructor(input: BundleInput) {
    this.#input = input
    this.#spokenFile = input.placeOf === undefined ? input.file : ''
    this.#entries = indexEntries(input.items, input.placeOf)
  }

  read(): FileReading {
    const { items, placeOf } = this.#input
    const file = this.#spokenFile
    for (const { index } of this.#entries.misfits) this.#refuse('Not a resource', this.#input.placeOf?.(index) ?? `entry ${index + 1}`, 'not-a-resource')
    const { once, twice } = duplicatesIn(this.#entries.entries)
    for (const { entry, reason } of twice) this.#refuseDuplicate(entry, reason)
    for (const entry of once) if (entry.type === 'Patient') this.#openPatient(entry)
    if (this.#patients.size > 1 && placeOf === undefined) this.#problems.add(problemSaying(file, 'as a whole', `it holds ${this.#patients.size} patients; each was read on its own.`))
    for (const entry of once) if (entry.type !== 'Patient' && !sharedTypes.has(entry.type)) this.#readEntry(entry)
    for (const entry of once) if (sharedTypes.has(entry.type) && !this.#borrowed.has(entry)) this.#leftOut.add(entry.type, 'nothing-refers')
    return { patients: [...this.#patients.values()].map(draft => this.#finished(draft)), leftOut: this.#leftOut.toList(), problems: this.#problems.toList(file), resources: items.length }
  }

  #openPatient(entry: Entry): void {
    if (this.#broken.has(entry)) return this.#leftOut.add('Patient', 'duplicate-id')
    try {
      const { context } = this.#input
      const own = { fields: patientFields(entry.resource, context), vital: vitalOf(entry.resource, context) }
      const draft = { entry, own, from: { Patient: 1 }, records: new DraftRecords(), leftOut: new LeftOutTally(), problems: new Problems() }
      if (markupIn(entry.resource)) draft.problems.add(problemSaying(this.#spokenFile, `${entry.place}, name`, 'the name holds markup; it was kept as plain text.'))
      this.#patients.set(entry, draft)
    } catch (error) {
      this.#broken.add(entry)
      const { reason, place } = faultOf(error)
      this.#refuse('Patient', placeIn(entry, place), reason)
    }
  }

  #readEntry(entry: Entry): void {
    const subject = this.#subjectOf(entry)
    if (typeof subject === 'string') return this.#refuse(entry.type, entry.place, subject)
    const borrowed = new Set<Entry>()
    const reader: Reader = {
      context: this.#input.context,
      entries: this.#entries,
      borrow: other => { borrowed.add(other) },
      note: (place, sentence) => { subject.problems.add(problemSaying(this.#spokenFile, placeIn(entry, place), `${sentence}.`)) },
    }
    try {
      const drafts = mapEntry(entry, reader, this.#input.instruments)
      if (typeof drafts === 'string') return subject.leftOut.add(entry.type, drafts)
      drafts.forEach(({ key, content }, index) => { subject.records.add(key, content, index === 0 ? this.#standsBehind(entry, borrowed) : {}) })
    } catch (error) {
      const { reason, place } = faultOf(error)
      subject.leftOut.add(entry.type, reason)
      if (isFault(reason)) subject.problems.add(problemOf(this.#spokenFile, placeIn(entry, place), reason))
    }
  }

  /** The resource itself and whatever it took a name from, each counted once in the whole file. */
  #standsBehind(entry: Entry, borrowed: ReadonlySet<Entry>): Record<string, number> {
    const from: Record<string, number> = { [entry.type]: 1 }
    for (const other of borrowed) {
      if (!sharedTypes.has(other.type) || this.#borrowed.has(other)) continue
      this.#borrowed.add(other)
      addTo(from, { [other.type]: 1 })
    }
    return from
  }

  #subjectOf(entry: Entry): PatientDraft | Reason {
    const { resource } = entry
    const reference = referenceAt(resource, 'subject') ?? referenceAt(resource, 'patient') ?? referenceAt(resource, 'beneficiary')
    const only = this.#patients.size === 1 && this.#broken.size === 0 ? [...this.#patients.values()][0] : undefined
    // Kinds that are never kept need no patient to say so.
    if (reference === undefined) return only !== undefined && !isKept(entry.type) ? only : isKept(entry.type) ? 'no-subject' : 'not-kept'
    const target = this.#entries.resolve(reference)
    if (target === undefined || target.type !== 'Patient') return 'subject-missing'
    return this.#patients.get(target) ?? 'subject-not-whole'
  }

  #refuseDuplicate(entry: Entry, reason: Reason): void {
    if (reason === 'duplicate-id' && entry.type === 'Patient') {
      const first = this.#entries.resolve(`Patient/${entry.id}`)
      if (first !== undefined) this.#broken.add(first)
    }
    this.#refuse(entry.type, entry.place, reason)
  }

  #refuse(what: string, place: string, reason: Reason): void {
    this.#leftOut.add(what, reason)
    if (isFault(reason)) this.#problems.add(problemOf(this.#spokenFile, place, reason))
  }

  #finished({ entry, own, from, records, leftOut, problems }: PatientDraft): IncomingPatient {
    const { file, fileKey, hash } = this.#input
    const list = records.toList(hash)
    return {
      key: `${fileKey}:${keyOf(entry)}`.slice(0, 500), file: file.slice(0, 500), place: entry.place,
      source: { system: sourceSystem(entry.resource, entry.fullUrl), key: keyOf(entry) },
      ...own, hash: patientHash(hash, own, list), from, records: list, leftOut: leftOut.toList(), problems: problems.toList(this.#spokenFile),
    }
  }
}

const placeIn = (entry: Entry, place: string): string => (place === '' ? entry.place : `${entry.place}, ${place}`)
const faultOf = (error: unknown): { reason: Reason; place: string } => (error instanceof Unusable ? error : { reason: 'stumbled', place: '' })
