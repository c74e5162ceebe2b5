import type { PatientFields } from '#shared/model/patient.ts'
import { plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { DemoLists } from './demo-lists.ts'
import type { Chance } from './chance.ts'

/** Somebody who does not exist, aged 19 to 93, with a payer of the kind whose turn it is. Some facts are not known, as in life. */
export function demoPatient(lists: DemoLists, number: number, today: PlainDate, chance: Chance): PatientFields {
  const isFemale = chance.of(2) === 0
  const payer = lists.payers[number % lists.payers.length]
  const age = payer?.kind === 'medicare' || payer?.kind === 'medicare-advantage' ? 66 + chance.of(28) : 19 + chance.of(46)
  const phone = `(555) 01${String(number % 100).padStart(2, '0')}-${String(1000 + chance.of(9000))}`
  return {
    mrn: `D${String(100_200 + number * 37)}`,
    familyName: chance.from(lists.families),
    givenNames: chance.from(isFemale ? lists.female : lists.male),
    prefix: 'unknown',
    suffix: 'unknown',
    sex: isFemale ? 'female' : 'male',
    birthDate: plusDays(today, -Math.round(age * 365.25) - chance.of(360)),
    language: number % 7 === 3 ? 'Spanish' : 'English',
    interpreterNeeded: number % 7 === 3 ? 'yes' : number % 5 === 0 ? 'unknown' : 'no',
    telecoms: number % 6 === 5 ? [] : [{ kind: 'phone', use: 'home', value: phone }],
    addresses: [{ use: 'home', lines: `${12 + number} Demo Street`, city: 'Riverbend', state: 'IL', postalCode: '60000', country: 'US' }],
    contacts: number % 3 === 0 ? [] : [{ name: `${chance.from(lists.male)} ${chance.from(lists.families)}`, relation: number % 3 === 1 ? 'spouse' : 'child', phone }],
    identifiers: [],
    coverages: payer === undefined ? [] : [{ payerName: payer.name, payerKind: payer.kind, memberNumber: `DEMO${String(5000 + number)}`, startsOn: 'unknown', endsOn: 'unknown', lastSeenOn: 'unknown' }],
  }
}
