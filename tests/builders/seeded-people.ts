import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { plainDate, plusDays } from '#shared/kernel/plain-date.ts'
import type { Sex } from '#shared/model/patient.ts'
import { oneOf, seeded } from './seeded.ts'

export interface SeededPerson {
  readonly familyName: string
  readonly givenNames: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly mrn: string
}

const families = ['Okafor', 'Lindqvist', 'Marchetti', 'Haddad', 'Brandt', 'Castellanos', 'Nguyen', 'Petrov', 'Sørensen', "O'Neil", 'Abara', 'Kowalczyk', 'Ferreira', 'Yamamoto', 'Delacroix', 'Whitfield'] as const
const female = ['Nadia', 'Ingrid', 'Rosa', 'Amara', 'Mei', 'Klara', 'Josephine', 'Zoë'] as const
const male = ['Tomás', 'Erik', 'Samuel', 'Kofi', 'Dmitri', 'Henry', 'Anton', 'Luis'] as const

/** Made-up people, the same for the same seed; MRNs are distinct. Print the seed of a test that draws one. */
export function seededPeople(seed: number, count: number): readonly SeededPerson[] {
  const next = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const sex = next() < 0.5 ? 'female' : 'male'
    return {
      familyName: oneOf(next, families), givenNames: oneOf(next, sex === 'female' ? female : male), sex,
      birthDate: plusDays(plainDate('1931-01-01'), Math.floor(next() * 27_000)), mrn: `T${String(400_000 + index * 37 + Math.floor(next() * 30))}`,
    }
  })
}
