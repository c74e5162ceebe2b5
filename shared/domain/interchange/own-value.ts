/** The value a table has under a key that came out of a file; a word every object knows, such as `constructor`, is in no table. */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
