/** True when every word of the group is among the words; `infarct*` stands for any word that begins so. */
export function hasWords(words: ReadonlySet<string>, group: readonly string[]): boolean {
  return group.every(wanted => (wanted.endsWith('*') ? [...words].some(word => word.startsWith(wanted.slice(0, -1))) : words.has(wanted)))
}
