import type { PatientFields } from '#shared/model/patient.ts'

export type NameParts = Pick<PatientFields, 'familyName' | 'givenNames'>

/** `Haddad, Nadia M`; the family name alone when no given name is known. */
export function listName({ familyName, givenNames }: NameParts): string {
  return givenNames === 'unknown' ? familyName : `${familyName}, ${givenNames}`
}

/** `Nadia Haddad`, for paper and spoken text. */
export function spokenName({ familyName, givenNames }: NameParts): string {
  return givenNames === 'unknown' ? familyName : `${givenNames} ${familyName}`
}

/** `N.H.`: for lists that hang on a wall. */
export function initialsOf({ familyName, givenNames }: NameParts): string {
  const first = (text: string) => `${[...text][0]?.toUpperCase() ?? ''}.`
  return givenNames === 'unknown' ? first(familyName) : `${first(givenNames)}${first(familyName)}`
}

/** Lower case, without accents and marks, single spaces: what names are compared and sorted by. `José O'Neil-Ruiz` becomes `jose oneil ruiz`. */
export function plainName(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’.]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** `haddad, nadia m`: the stored sort name. Written by everyone who writes a patient. A name of signs alone keeps its own text. */
export function sortNameOf({ familyName, givenNames }: NameParts): string {
  const family = plainName(familyName) || familyName.toLowerCase()
  const given = givenNames === 'unknown' ? '' : plainName(givenNames)
  return given === '' ? family : `${family}, ${given}`
}
