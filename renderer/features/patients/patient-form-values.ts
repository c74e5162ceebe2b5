import { z } from 'zod'
import { isPlainDate } from '#shared/kernel/plain-date.ts'
import { PatientFields, PayerKind, Sex, Telecom } from '#shared/model/patient.ts'
import type { DateEntry } from '#renderer/ui/date-field.tsx'

const DayTyped = z.custom<DateEntry>(value => value === null || value === 'unknown' || value === 'invalid' || (typeof value === 'string' && isPlainDate(value)))
const key = z.number()
const text = z.string()

/** The patient form as typed: an empty text is "not known". `key` tells rows apart while they are edited. */
export const PatientForm = z.object({
  mrn: text, familyName: text, givenNames: text, prefix: text, suffix: text, sex: Sex, birthDate: DayTyped, language: text, interpreterNeeded: z.literal(['yes', 'no', 'unknown']),
  telecoms: z.array(z.object({ key, kind: Telecom.shape.kind, use: text, value: text })),
  addresses: z.array(z.object({ key, use: text, lines: text, city: text, state: text, postalCode: text, country: text })),
  contacts: z.array(z.object({ key, name: text, relation: text, phone: text })),
  identifiers: z.array(z.object({ key, kind: text, system: text, value: text })),
  coverages: z.array(z.object({ key, payerName: text, payerKind: PayerKind, memberNumber: text, startsOn: DayTyped, endsOn: DayTyped, lastSeenOn: DayTyped })),
})
export type PatientForm = z.output<typeof PatientForm>

export const emptyPatientForm: PatientForm = {
  mrn: '', familyName: '', givenNames: '', prefix: '', suffix: '', sex: 'unknown', birthDate: null, language: '', interpreterNeeded: 'unknown', telecoms: [], addresses: [], contacts: [], identifiers: [], coverages: [],
}

const typed = (value: string): string => (value === 'unknown' ? '' : value)
const known = (value: string): string => (value.trim() === '' ? 'unknown' : value)
const dayTyped = (value: PatientFields['birthDate']): DateEntry => (value === 'unknown' ? null : value)
const dayKnown = (value: DateEntry): string => value ?? 'unknown'

export function formOfPatient(fields: PatientFields): PatientForm {
  return {
    mrn: typed(fields.mrn), familyName: fields.familyName, givenNames: typed(fields.givenNames), prefix: typed(fields.prefix), suffix: typed(fields.suffix), sex: fields.sex, birthDate: dayTyped(fields.birthDate),
    language: typed(fields.language), interpreterNeeded: fields.interpreterNeeded,
    telecoms: fields.telecoms.map((each, at) => ({ key: at, kind: each.kind, use: typed(each.use), value: each.value })),
    addresses: fields.addresses.map((each, at) => ({
      key: at, use: typed(each.use), lines: typed(each.lines), city: typed(each.city), state: typed(each.state), postalCode: typed(each.postalCode), country: typed(each.country),
    })),
    contacts: fields.contacts.map((each, at) => ({ key: at, name: each.name, relation: typed(each.relation), phone: typed(each.phone) })),
    identifiers: fields.identifiers.map((each, at) => ({ key: at, kind: each.kind, system: typed(each.system), value: each.value })),
    coverages: fields.coverages.map((each, at) => ({
      key: at, payerName: each.payerName, payerKind: each.payerKind, memberNumber: typed(each.memberNumber), startsOn: dayTyped(each.startsOn), endsOn: dayTyped(each.endsOn), lastSeenOn: dayTyped(each.lastSeenOn),
    })),
  }
}

/** Messages by the path the core uses, without `fields.`: `familyName`, `telecoms.0.value`. */
export type FormProblems = Readonly<Record<string, string>>

/** What the core gets, or what is wrong with it. */
export function fieldsOfPatientForm(form: PatientForm): { readonly fields: PatientFields } | { readonly problems: FormProblems } {
  const parsed = PatientFields.safeParse({
    mrn: known(form.mrn), familyName: form.familyName, givenNames: known(form.givenNames), prefix: known(form.prefix), suffix: known(form.suffix), sex: form.sex, birthDate: dayKnown(form.birthDate),
    language: known(form.language), interpreterNeeded: form.interpreterNeeded,
    telecoms: form.telecoms.map(({ kind, use, value }) => ({ kind, use: known(use), value })),
    addresses: form.addresses.map(each => ({
      use: known(each.use), lines: known(each.lines), city: known(each.city), state: known(each.state), postalCode: known(each.postalCode), country: known(each.country),
    })),
    contacts: form.contacts.map(each => ({ name: each.name, relation: known(each.relation), phone: known(each.phone) })),
    identifiers: form.identifiers.map(each => ({ kind: each.kind, system: known(each.system), value: each.value })),
    coverages: form.coverages.map(each => ({
      payerName: each.payerName, payerKind: each.payerKind, memberNumber: known(each.memberNumber), startsOn: dayKnown(each.startsOn), endsOn: dayKnown(each.endsOn), lastSeenOn: dayKnown(each.lastSeenOn),
    })),
  })
  if (parsed.success) return { fields: parsed.data }
  return { problems: Object.fromEntries(parsed.error.issues.map(issue => [issue.path.join('.'), wordsFor(issue.path)])) }
}

function wordsFor(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === 'familyName') return 'Write the family name.'
  if (last === 'birthDate' || last === 'startsOn' || last === 'endsOn' || last === 'lastSeenOn') return 'This is not a day of the calendar.'
  return path.length > 1 ? 'Fill this in on one line, or remove the row.' : 'Write this on one line, and shorter.'
}
