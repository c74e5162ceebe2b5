import type { FieldChange } from '#shared/model/import.ts'
import type { Identifier, PatientFields, Vital } from '#shared/model/patient.ts'
import { alike } from './alike.ts'
import type { IncomingFields } from './incoming.ts'

const plain = ['mrn', 'familyName', 'givenNames', 'prefix', 'suffix', 'sex', 'birthDate', 'language', 'interpreterNeeded'] as const
const lists = ['telecoms', 'addresses', 'contacts'] as const

type FieldName = (typeof plain)[number] | (typeof lists)[number] | 'identifiers'

export const fieldLabels: Readonly<Record<FieldName | 'vital', string>> = {
  mrn: 'MRN', familyName: 'Family name', givenNames: 'Given names', prefix: 'Prefix', suffix: 'Suffix', sex: 'Sex', birthDate: 'Birth date', language: 'Language', interpreterNeeded: 'Interpreter',
  telecoms: 'Phones', addresses: 'Addresses', contacts: 'Contacts', identifiers: 'Numbers', vital: 'Died',
}

export interface MergedFields {
  readonly fields: IncomingFields
  /** Names of the fields that will be written. */
  readonly changed: readonly string[]
  /** For the preview: what changes, and what stays because a person typed it. */
  readonly changes: readonly FieldChange[]
}

/**
 * What the patient's fields become. What a person typed stays; what the source does not know stays; the rest is the source's.
 *
 * `fill`: a sheet tells one phone of perhaps several, so its lists only fill what is empty. Numbers (identifiers) are added, never taken away.
 */
export function mergeFields(known: PatientFields, typed: readonly string[], incoming: IncomingFields, how: 'replace' | 'fill'): MergedFields {
  const changed = new Set<string>()
  const changes: FieldChange[] = []
  const differs = (field: FieldName, from: string, to: string): void => {
    const kept = typed.includes(field)
    changes.push({ field: fieldLabels[field], from, to, kept })
    if (!kept) changed.add(field)
  }
  for (const field of plain) {
    const after = incoming[field]
    if (after !== 'unknown' && !alike(known[field], after)) differs(field, known[field], after)
  }
  for (const field of lists) {
    const after = incoming[field]
    const takes = after.length > 0 && (how === 'replace' || known[field].length === 0)
    if (takes && JSON.stringify(known[field]) !== JSON.stringify(after)) differs(field, listText(known[field]), listText(after))
  }
  const numbers = incoming.identifiers.filter(each => !known.identifiers.some(other => sameNumber(each, other)))
  const identifiers = [...known.identifiers, ...numbers].slice(0, 30)
  if (numbers.length > 0) differs('identifiers', listText(known.identifiers), listText(identifiers))
  return { fields: chosen(known, { ...incoming, identifiers }, changed), changed: [...changed], changes }
}

/** Field by field the incoming where it changes, else the known. */
function chosen({ coverages: _coverages, ...known }: PatientFields, incoming: IncomingFields, changed: ReadonlySet<string>): IncomingFields {
  const taken = Object.fromEntries(Object.entries(incoming).filter(([field]) => changed.has(field)))
  return { ...known, ...taken }
}

/** A death a source tells of is taken over, unconfirmed, unless a person has spoken; a source that is silent or says "alive" never brings anybody back. */
export function mergeVital(known: Vital, typed: readonly string[], incoming: Vital): Vital | 'keep' {
  if (typed.includes('vital') || incoming.state === 'unknown' || incoming.state === known.state) return fillDeathDay(known, typed, incoming)
  return incoming.state === 'alive' && known.state === 'died' ? 'keep' : incoming
}

function fillDeathDay(known: Vital, typed: readonly string[], incoming: Vital): Vital | 'keep' {
  if (typed.includes('vital') || known.state !== 'died' || incoming.state !== 'died' || known.on !== 'unknown' || incoming.on === 'unknown') return 'keep'
  return { ...known, on: incoming.on }
}

const sameNumber = (a: Identifier, b: Identifier): boolean => a.value === b.value && (a.system === b.system || alike(a.kind, b.kind))

/** A list as one line, for the preview. */
function listText(list: readonly object[]): string {
  const texts = list.map(each => Object.entries(each).filter(([key, value]) => value !== 'unknown' && key !== 'use' && key !== 'kind' && key !== 'system').map(([, value]) => String(value)).join(', '))
  return texts.length === 0 ? 'none' : texts.join(' · ').slice(0, 300)
}
