/** Why a thing that came in is not used. The sentence is what a person reads. */
export const reasons = {
  'not-kept': 'Caseboard does not keep this kind of record.',
  measurement: 'A measurement or finding, not a score of an instrument Caseboard knows.',
  'no-subject': 'It names no patient.',
  'subject-missing': 'The patient it names is not among the chosen files.',
  'subject-not-whole': 'Its patient could not be read, and a patient is imported whole or not at all.',
  'entered-in-error': 'Its source marks it as entered in error.',
  refuted: 'Its source marks it as refuted.',
  'not-performed': 'Its source says it was not done.',
  'not-an-order': 'A proposal or a plan, not an order.',
  'no-label': 'It has neither a code nor a text.',
  'no-name': 'It has no name.',
  'no-start': 'It has no start, so it has no place in time.',
  'no-payer': 'It names no payer.',
  'nobody-named': 'It names nobody but the patient.',
  'payer-unnamed': 'The payer is given by number only, and the table of payers was not chosen.',
  'impossible-date': 'It has a date or time that does not exist.',
  'future-date': 'It has a date in the future that can only lie in the past.',
  'end-before-start': 'Its period ends before it starts.',
  'unstorable-text': 'It has characters that cannot be stored.',
  'wrong-shape': 'A part of it is not what FHIR R4 asks for.',
  'outside-scale': 'The total lies outside the scale of the instrument.',
  'duplicate-entry': 'The same entry stands in the file more than once.',
  'duplicate-id': 'Another entry with the same id says something else.',
  'nothing-refers': 'Nothing that is kept refers to it.',
  'not-a-resource': 'It is not a FHIR resource.',
  'no-identity': 'It has neither an MRN nor a birth date, so nobody can tell who it is.',
  'empty-row': 'The row is empty.',
  'reference-missing': 'It refers to something that is not among the chosen files.',
  stumbled: 'The reader could not make sense of it.',
  'left-out-by-choice': 'Left out by choice.',
  'file-not-read': 'Its file was not read.',
  typed: 'A person typed this here, so it is kept.',
  unchanged: 'Already here, nothing changed.',
  cancelled: 'The import was cancelled before it.',
  'not-imported': 'The import of this patient failed and was undone.',
} as const

export type Reason = keyof typeof reasons

/** These are faults of the file and get a sentence with the place; the others are plain facts and are only counted. */
const faults: ReadonlySet<Reason> = new Set<Reason>([
  'no-subject', 'subject-missing', 'no-label', 'no-name', 'no-identity', 'no-start', 'impossible-date', 'future-date', 'end-before-start', 'unstorable-text', 'wrong-shape', 'outside-scale', 'duplicate-id',
  'not-a-resource', 'reference-missing', 'stumbled',
])

export const isFault = (reason: Reason): boolean => faults.has(reason)

/** Thrown while one resource or row is read: it is left out, with the reason and the place inside it. Carries no text of the file. */
export class Unusable extends Error {
  readonly reason: Reason
  readonly place: string
  constructor(reason: Reason, place = '') {
    super(reason)
    this.name = 'Unusable'
    this.reason = reason
    this.place = place
  }
}
