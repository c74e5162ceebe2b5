import { z } from 'zod'
import { PatientFields, PayerKind, Sex, Telecom } from '#shared/model/patient.ts'
import type { DateEntry } from '#renderer/ui/date-field.tsx'
import { DayEntry } from '#renderer/ui/day-entry.ts'
import { factOf, typedOf } from '#renderer/ui/typed-text.ts'

const key = z.number()
const text = z.string()

/** The patient form as typed: an empty text is "not known". `key` tells rows apart while they are edited. */
export const PatientForm = z.object({
  mrn: text, familyName: text, givenNames: text, prefix: text, suffix: text, sex: Sex, birthDate: DayEntry, language: text, interpreterNeeded: z.literal(['yes', 'no', 'unknown']),
  telecoms: z.array(z.object({ key, kind: Telecom.shape.kind, use: text, value: text })),
  addresses: z.array(z.object({ key, use: text, lines: text, city: text, state: text, postalCode: text, country: text })),
  contacts: z.array(z.object({ key, name: text, relation: text, phone: text })),
  identifiers: z.array(z.object({ key, kind: text, system: text, value: text })),
  coverages: z.array(z.object({ key, payerName: text, payerKind: PayerKind, memberNumber: text, startsOn: DayEntry, endsOn: DayEntry, lastSeenOn: DayEntry })),
})
export type PatientForm = z.output<typeof PatientForm>

export const emptyPatientForm: PatientForm = {
  mrn: '', familyName: '', givenNames: '', prefix: '', suffix: '', sex: 'unknown', birthDate: null, language: '', interpreterNeeded: 'unknown', telecoms: [], addresses: [], contacts: [], identifiers: [], coverages: [],
}

const dayTyped = (value: PatientFields['birthDate']): DateEntry => (value === 'unknown' ? null : value)
const dayKnown = (value: DateEntry): string => value ?? 'unknown'

export function formOfPatient(fields: PatientFields): PatientForm {
  return {
    mrn: typedOf(fields.mrn), familyName: fields.familyName, givenNames: typedOf(fields.givenNames), prefix: typedOf(fields.prefix), suffix: typedOf(fields.suffix), sex: fields.sex, birthDate: dayTyped(fields.birthDate),
    language: typedOf(fields.language), interpreterNeeded: fields.interpreterNeeded,
    telecoms: fields.telecoms.map((each, at) => ({ key: at, kind: each.kind, use: typedOf(each.use), value: each.value })),
    addresses: fields.addresses.map((each, at) => ({
      key: at, use: typedOf(each.use), lines: typedOf(each.lines), city: typedOf(each.city), state: typedOf(each.state), postalCode: typedOf(each.postalCode), country: typedOf(each.country),
    })),
    contacts: fields.contacts.map((each, at) => ({ key: at, name: each.name, relation: typedOf(each.relation), phone: typedOf(each.phone) })),
    identifiers: fields.identifiers.map((each, at) => ({ key: at, kind: each.kind, system: typedOf(each.system), value: each.value })),
    coverages: fields.coverages.map((each, at) => ({
      key: at, payerName: each.payerName, payerKind: each.payerKind, memberNumber: typedOf(each.memberNumber), startsOn: dayTyped(each.startsOn), endsOn: dayTyped(each.endsOn), lastSeenOn: dayTyped(each.lastSeenOn),
    })),
  }
}

/** Messages by the path the core uses, without `fields.`: `familyName`, `telecoms.0.value`. */
export type FormProblems = Readonly<Record<string, string>>

/** What the core gets, or what is wrong with it. */
export function fieldsOfPatientForm(form: PatientForm): { readonly fields: PatientFields } | { readonly problems: FormProblems } {
  const parsed = PatientFields.safeParse({
    mrn: factOf(form.mrn), familyName: form.familyName, givenNames: factOf(form.givenNames), prefix: factOf(form.prefix), suffix: factOf(form.suffix), sex: form.sex, birthDate: dayKnown(form.birthDate),
    language: factOf(form.language), interpreterNeeded: form.interpreterNeeded,
    telecoms: form.telecoms.map(({ kind, use, value }) => ({ kind, use: factOf(use), value })),
    addresses: form.addresses.map(each => ({
      use: factOf(each.use), lines: factOf(each.lines), city: factOf(each.city), state: factOf(each.state), postalCode: factOf(each.postalCode), country: factOf(each.country),
    })),
    contacts: form.contacts.map(each => ({ name: each.name, relation: factOf(each.relation), phone: factOf(each.phone) })),
    identifiers: form.identifiers.map(each => ({ kind: each.kind, system: factOf(each.system), value: each.value })),
    coverages: form.coverages.map(each => ({
      payerName: each.payerName, payerKind: each.payerKind, memberNumber: factOf(each.memberNumber), startsOn: dayKnown(each.startsOn), endsOn: dayKnown(each.endsOn), lastSeenOn: dayKnown(each.lastSeenOn),
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
