declare const kind: unique symbol

/** A ULID (26 characters of Crockford base 32) that names a record of one kind. Ids of two kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type PatientId = Id<'patient'>
export type CaseId = Id<'case'>
export type StayId = Id<'stay'>
export type UnitId = Id<'unit'>
export type ClinicId = Id<'clinic'>
export type PersonId = Id<'person'>
export type TimelineId = Id<'timeline'>
export type TimelineEntryId = Id<'timeline_entry'>
export type NoteId = Id<'note'>
export type TaskId = Id<'task'>
export type ContactId = Id<'contact'>
export type DraftId = Id<'draft'>
export type ImportId = Id<'import'>
export type CommandId = Id<'command'>

// The first character holds three bits only: a ULID's 48 bits of time fill 10 characters of five bits.
const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** True for 26 characters of Crockford base 32 in upper case. */
export function isUlid(text: string): boolean {
  return ULID.test(text)
}

/** Narrows a text to an id of the kind the caller expects. The form is checked; only the store knows whether the record exists. */
export function isId<Kind extends string>(_kind: Kind, text: string): text is Id<Kind> {
  return isUlid(text)
}

/** The id, or a RangeError that names the kind and does not repeat the text. */
export function parseId<Kind extends string>(kindOfId: Kind, text: string): Id<Kind> {
  if (!isId(kindOfId, text)) throw new RangeError(`Not the id of a ${kindOfId}.`)
  return text
}
