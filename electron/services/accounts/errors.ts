import { AppError } from '#shared/contract/errors.ts'

export const refused = (message: string): AppError => new AppError({ code: 'refused', message })
export const notFound = (message: string): AppError => new AppError({ code: 'not-found', message })
/** `fields` are paths of the operation's input. */
export const invalid = (fields: Readonly<Record<string, string>>): AppError => new AppError({ code: 'validation', message: 'Some fields need attention. Nothing was saved.', fields })
export const changedMeanwhile = (latestVersion: number): AppError =>
  new AppError({ code: 'conflict', message: 'Somebody changed this since you opened it. Nothing was saved. Look at the newest state and change it again.', latestVersion })
