import { parseId, type Id } from '#shared/kernel/ids.ts'

/** A readable id for tests: `plainId('person', 7)` is `0000000000000000000000000` + `7`. */
export function plainId<Kind extends string>(kind: Kind, n: number): Id<Kind> {
  return parseId(kind, String(n).padStart(26, '0'))
}
