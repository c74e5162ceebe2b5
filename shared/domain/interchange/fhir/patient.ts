import type { Address, Identifier, PatientContact, Sex, Telecom, Vital } from '#shared/model/patient.ts'
import type { IncomingFields } from '../incoming.ts'
import { Unusable } from '../unusable.ts'
import { codedOf, codesAt } from './coding.ts'
import { type Json, clipped, codeAt, firstAt, isJson, lineAt, linesAt, objectAt, objectsAt } from './json.ts'
import { type ReadingContext, dayAt } from './when.ts'

const INTERPRETER = 'http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired'

/** FHIR R4 Patient in our words. Throws `Unusable` when the name is missing, a date cannot be, or a part has another shape than R4's. */
export function patientFields(resource: Json, context: ReadingContext): IncomingFields {
  const name = officialName(resource)
  const family = lineAt(name, 'family')
  const text = lineAt(name, 'text')
  const given = linesAt(name, 'given').join(' ')
  if (family === 'unknown' && text === 'unknown' && given === '') throw new Unusable('no-name', 'name')
  return {
    mrn: mrnOf(resource),
    familyName: family !== 'unknown' ? family : text !== 'unknown' ? text : given,
    givenNames: given === '' || family === 'unknown' ? 'unknown' : clipped(given),
    prefix: joined(linesAt(name, 'prefix')),
    suffix: joined(linesAt(name, 'suffix')),
    sex: sexOf(codeAt(resource, 'gender')),
    birthDate: birthDateOf(resource, context),
    language: languageOf(resource),
    interpreterNeeded: interpreterOf(resource),
    telecoms: objectsAt(resource, 'telecom').map(telecomOf).filter(each => each !== null).slice(0, 20),
    addresses: objectsAt(resource, 'address').map(addressOf).slice(0, 10),
    contacts: objectsAt(resource, 'contact').map(contactOf).filter(each => each !== null).slice(0, 20),
    identifiers: objectsAt(resource, 'identifier').map(identifierOf).filter(each => each !== null).slice(0, 30),
  }
}

/** Alive, died (day known or not), or nobody says. A death that came in waits for a person's confirmation. */
export function vitalOf(resource: Json, context: ReadingContext): Vital {
  const on = dayAt(resource, 'deceasedDateTime', context)
  if (on !== 'unknown' && on > context.today) throw new Unusable('future-date', 'deceasedDateTime')
  if (codeAt(resource, 'deceasedDateTime') !== undefined) return { state: 'died', on, confirmed: false }
  if (resource['deceasedBoolean'] === true) return { state: 'died', on: 'unknown', confirmed: false }
  return resource['deceasedBoolean'] === false ? { state: 'alive' } : { state: 'unknown' }
}

/** The system whose numbering the patient's id belongs to: what tells one source from another. */
export function sourceSystem(resource: Json, fullUrl: string): string {
  const base = /^(https?:\/\/.+)\/Patient\/[^/]+$/.exec(fullUrl)?.[1]
  if (base !== undefined) return base.slice(0, 500)
  const identifiers = objectsAt(resource, 'identifier')
  const numbered = identifiers.find(each => isMrn(each)) ?? identifiers[0]
  const system = numbered === undefined ? 'unknown' : lineAt(numbered, 'system')
  return system === 'unknown' ? 'fhir' : system
}

function officialName(resource: Json): Json {
  const names = objectsAt(resource, 'name')
  return names.find(each => codeAt(each, 'use') === 'official') ?? names.find(each => codeAt(each, 'use') === 'usual') ?? names[0] ?? {}
}

const isMrn = (identifier: Json): boolean => codesAt(identifier, 'type').includes('MR')

function mrnOf(resource: Json): string {
  const identifiers = objectsAt(resource, 'identifier')
  const mrn = identifiers.find(each => isMrn(each) && codeAt(each, 'use') !== 'old')
  return mrn === undefined ? 'unknown' : lineAt(mrn, 'value')
}

/** Identifiers we can name. A social security number is not taken over: the work does not need it. */
function identifierOf(identifier: Json): Identifier | null {
  const value = lineAt(identifier, 'value')
  if (value === 'unknown' || codesAt(identifier, 'type').includes('SS') || codeAt(identifier, 'system') === 'http://hl7.org/fhir/sid/us-ssn') return null
  const { label } = codedOf(objectAt(identifier, 'type'))
  return { kind: label === 'unknown' ? 'Other number' : label, system: lineAt(identifier, 'system'), value }
}

function sexOf(gender: string | undefined): Sex {
  return gender === 'female' || gender === 'male' || gender === 'other' ? gender : 'unknown'
}

function birthDateOf(resource: Json, context: ReadingContext): IncomingFields['birthDate'] {
  const day = dayAt(resource, 'birthDate', context)
  if (day !== 'unknown' && day > context.today) throw new Unusable('future-date', 'birthDate')
  return day
}

function languageOf(resource: Json): string {
  const spoken = objectsAt(resource, 'communication')
  const chosen = spoken.find(each => each['preferred'] === true) ?? spoken[0]
  return chosen === undefined ? 'unknown' : codedOf(objectAt(chosen, 'language')).label
}

function interpreterOf(resource: Json): IncomingFields['interpreterNeeded'] {
  const extension = objectsAt(resource, 'extension').find(each => codeAt(each, 'url') === INTERPRETER)
  const value = extension?.['valueBoolean']
  return value === true ? 'yes' : value === false ? 'no' : 'unknown'
}

function telecomOf(telecom: Json): Telecom | null {
  const value = lineAt(telecom, 'value')
  if (value === 'unknown' || codeAt(telecom, 'use') === 'old') return null
  const system = codeAt(telecom, 'system')
  return { kind: system === 'phone' || system === 'sms' ? 'phone' : system === 'email' ? 'email' : 'other', use: lineAt(telecom, 'use'), value }
}

function addressOf(address: Json): Address {
  return {
    use: lineAt(address, 'use'), lines: joined(linesAt(address, 'line'), ', '), city: lineAt(address, 'city'), state: lineAt(address, 'state'), postalCode: lineAt(address, 'postalCode'),
    country: lineAt(address, 'country'),
  }
}

function contactOf(contact: Json): PatientContact | null {
  const name = displayName(objectAt(contact, 'name'))
  if (name === 'unknown') return null
  const phone = objectsAt(contact, 'telecom').find(each => codeAt(each, 'system') === 'phone')
  return { name, relation: codedOf(firstAt(contact, 'relationship')).label, phone: phone === undefined ? 'unknown' : lineAt(phone, 'value') }
}

/** A HumanName on one line: its text, else prefix, given names and family name. */
export function displayName(name: Json): string {
  const text = lineAt(name, 'text')
  if (text !== 'unknown') return text
  const family = lineAt(name, 'family')
  return joined([...linesAt(name, 'prefix'), ...linesAt(name, 'given'), ...(family === 'unknown' ? [] : [family])])
}

const joined = (lines: readonly string[], separator = ' '): string => (lines.length === 0 ? 'unknown' : clipped(lines.join(separator)))

/** True when a text looks like markup: it is shown as the text it is, and the person is told. */
export const looksLikeMarkup = (text: string): boolean => /<\s*[a-z!/?][^>]*>?/i.test(text)

/** The names of a patient that hold markup, for the sentence about it. */
export function markupIn(resource: Json): boolean {
  return JSON.stringify(resource['name'] ?? []).length < 100_000 && objectsAt(resource, 'name').some(name => isJson(name) && looksLikeMarkup(`${lineAt(name, 'family')} ${linesAt(name, 'given').join(' ')} ${lineAt(name, 'text')}`))
}
