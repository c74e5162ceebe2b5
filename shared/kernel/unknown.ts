/** A fact nobody knows yet. A value of its own, so that a missing fact can never be read as 0, '' or "no". */
export type Unknown = 'unknown'

export const unknown: Unknown = 'unknown'

export type OrUnknown<T> = T | Unknown

/** True for the missing fact; narrows the other branch to the known value. */
export function isUnknown<T>(value: T | Unknown): value is Unknown {
  return value === unknown
}

/** The store's NULL as the model's `'unknown'`. */
export function nullToUnknown<T>(value: T | null): T | Unknown {
  return value === null ? unknown : value
}

/** The model's `'unknown'` as the store's NULL. */
export function unknownToNull<T>(value: T | Unknown): T | null {
  return isUnknown(value) ? null : value
}
