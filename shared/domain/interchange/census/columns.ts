import type { CensusField, ColumnMapping } from '#shared/model/import.ts'

/** Header words by field, most telling first; a header goes to the first field it matches that is still free. */
const patterns: readonly (readonly [CensusField, RegExp])[] = [
  ['birth-date', /^(dob|d o b|birth ?date|date of birth|born|birthday)$/],
  ['death-date', /^(dod|death ?date|date of death|deceased( date| on)?|died( on)?)$/],
  ['mrn', /^(mrn|m r n|mr ?(no|num|number|#)?|med(ical)? rec(ord)?( no| num| number| #)?|patient (id|no|number|mrn)|unit (no|number) mrn|chart( no| number)?)$/],
  ['visit-number', /^(csn|har|fin|visit( id| no| num| number| #)?|encounter( id| no| number)?|account( no| num| number| #)?|acct( no| num| #)?|van)$/],
  ['full-name', /^(name|patient|patient name|pt name|pt|full name|patient full name|name last first)$/],
  ['family-name', /^(last|last name|lastname|family|family name|surname|patient last name|pt last name)$/],
  ['given-names', /^(first|first name|firstname|given|given names?|forename|patient first name|pt first name|first middle)$/],
  ['sex', /^(sex|gender|m f|sex at birth|birth sex|legal sex)$/],
  ['unit-and-bed', /^(unit bed|unit and bed|location|loc|unit room bed|room and bed|current location|patient location|nursing unit bed)$/],
  ['unit', /^(unit|nursing unit|ward|floor|dept|department|service unit|nurse unit|care unit|clinic)$/],
  ['room', /^(room|rm|room no|room number)$/],
  ['bed', /^(bed|bed no|bed number|room bed|rm bed|bed label)$/],
  ['facility', /^(facility|hospital|campus|site)$/],
  ['status', /^(status|patient class|class|pt class|patient status|admit status|admission status|level of care|patient type|pt type|type|encounter class)$/],
  ['arrived-time', /^(admit time|admission time|arrival time|time of admission|adm time)$/],
  ['arrived', /^(admit|admit date|admitted|admission|admission date|adm date|adm|admit dt|arrived|arrival|arrival date|date of admission|admit date time|admission date time|hosp admit date|start|start of care|soc)$/],
  ['discharged', /^(discharge|discharge date|discharged|disch date|dc date|d c date|discharge date time|date of discharge)$/],
  ['disposition', /^(disposition|discharge disposition|disch disp|dc disposition|d c disposition|dispo|discharge to)$/],
  ['attending', /^(attending|attending (md|physician|provider|doctor)|provider|physician|doctor|md|hospitalist|primary provider|attending name)$/],
  ['reason', /^(reason|diagnosis|dx|admit dx|admitting diagnosis|admission diagnosis|principal (dx|diagnosis)|primary (dx|diagnosis)|chief complaint|reason for (visit|admission)|problem|condition)$/],
  ['member-number', /^(member (id|no|number)|policy( no| number)?|subscriber (id|no|number)|insurance (id|no|number))$/],
  ['payer', /^(payer|payor|insurance|primary (payer|payor|insurance)|ins|plan|coverage|financial class|fin class|fc)$/],
  ['language', /^(language|lang|preferred language|primary language|pref lang)$/],
  ['interpreter', /^(interpreter|interpreter needed|interp|needs interpreter)$/],
  ['phone', /^(phone|phone (no|number)|telephone|tel|home phone|mobile|cell|contact phone|patient phone)$/],
  ['address', /^(address|street|home address|street address|patient address)$/],
]

/** A header in lower case, words only: `Admit Date/Time` is `admit date time`. */
export const headerWords = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The name under which a mapping is remembered: the same headers in the same order. */
export const headerKey = (headers: readonly string[]): string => headers.map(headerWords).join('|').slice(0, 4_000)

/** What each column most likely holds; no field twice, and `leave-out` where nothing speaks for one. */
export function guessMapping(headers: readonly string[]): ColumnMapping {
  const taken = new Set<CensusField>()
  return headers.map(header => {
    const words = headerWords(header)
    const field = patterns.find(([candidate, pattern]) => !taken.has(candidate) && pattern.test(words))?.[0] ?? 'leave-out'
    if (field !== 'leave-out') taken.add(field)
    return field
  })
}

/** How many columns of a row look like headers we know: the header row is the one with the most. */
export const headerScore = (cells: readonly string[]): number => guessMapping(cells).filter(field => field !== 'leave-out').length

/** What a mapping still lacks before a row can be told from another; empty when it works. */
export function missingFields(mapping: ColumnMapping): readonly string[] {
  const has = (field: CensusField): boolean => mapping.includes(field)
  const named = has('full-name') || has('family-name')
  const twice = [...new Set(mapping.filter((field, index) => field !== 'leave-out' && mapping.indexOf(field) !== index))]
  return [
    ...(named ? [] : ['a column with the name']),
    ...(has('mrn') || has('birth-date') ? [] : ['a column with the MRN or the birth date']),
    ...twice.map(field => `one column only for “${field.replaceAll('-', ' ')}”`),
  ]
}

/** True when the columns speak of people lying in beds now, so that somebody who is missing may have left. */
export function looksLikeCensus(mapping: ColumnMapping): boolean {
  const placed = mapping.some(field => field === 'bed' || field === 'unit' || field === 'room' || field === 'unit-and-bed')
  return placed && !mapping.includes('discharged')
}
