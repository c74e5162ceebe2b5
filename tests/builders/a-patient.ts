import { plainDate } from '#shared/kernel/plain-date.ts'
import type { PatientFields } from '#shared/model/patient.ts'

/** A patient as a person would type her: valid, synthetic; override what matters. */
export function aPatient(overrides: Partial<PatientFields> = {}): PatientFields {
  return {
    mrn: 'T100200', familyName: 'Haddad', givenNames: 'Nadia', prefix: 'unknown', suffix: 'unknown', sex: 'female', birthDate: plainDate('1961-03-20'), language: 'English', interpreterNeeded: 'no',
    telecoms: [{ kind: 'phone', use: 'home', value: '555-0134' }],
    addresses: [{ use: 'home', lines: '12 Harbor Way', city: 'Springfield', state: 'MA', postalCode: '01103', country: 'US' }],
    contacts: [{ name: 'Karim Haddad', relation: 'spouse', phone: '555-0135' }],
    identifiers: [],
    coverages: [{ payerName: 'Medicare', payerKind: 'medicare', memberNumber: '1EG4-TE5-MK72', startsOn: 'unknown', endsOn: 'unknown', lastSeenOn: 'unknown' }],
    ...overrides,
  }
}

/** A patient of whom only the family name is known. */
export function aStranger(overrides: Partial<PatientFields> = {}): PatientFields {
  return aPatient({
    mrn: 'unknown', familyName: 'Doe', givenNames: 'unknown', sex: 'unknown', birthDate: 'unknown', language: 'unknown', interpreterNeeded: 'unknown', telecoms: [], addresses: [], contacts: [], coverages: [],
    ...overrides,
  })
}
