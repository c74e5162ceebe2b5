import { AppError } from '#shared/contract/errors.ts'

/** What a person calls the things services look for. */
export type Thing = 'patient' | 'case' | 'stay' | 'merge' | 'unit' | 'person'

const missing: Readonly<Record<Thing, string>> = {
  patient: 'This patient is not in the store.', case: 'This case is not in the store.', stay: 'This stay is not in the store.', merge: 'This merge was taken back already.',
  unit: 'This unit is not in the store.', person: 'This person is not on this workstation.',
}

export const notFound = (thing: Thing): AppError => new AppError({ code: 'not-found', message: missing[thing] })

/** Somebody saved in between; nothing was written. */
export const conflict = (thing: Thing, latestVersion: number): AppError =>
  new AppError({ code: 'conflict', message: `Somebody changed this ${thing} since you opened it. Nothing was saved; look at the new state first.`, latestVersion })

export const refused = (message: string): AppError => new AppError({ code: 'refused', message })

/** One field is wrong; `path` is its place in the input, as in `fields.statusChanges.1.from`. */
export const invalid = (path: string, message: string): AppError => new AppError({ code: 'validation', message: 'Some fields need attention.', fields: { [path]: message } })
