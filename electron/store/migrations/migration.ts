/**
 * One step of the schema. Numbers are consecutive from 1. Frozen once released: a migration imports nothing but this type, so that
 * years later it still does what it did.
 */
export type Migration = {
  readonly version: number
  readonly name: string
  /** SQL statements, run in one transaction with the new version number. */
  readonly up: string
  /** Record tables whose rows this step rewrites: their new hashes go into the audit chain. Adding a nullable column needs none. */
  readonly rewrites?: readonly string[]
}
