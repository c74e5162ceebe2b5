/** The words of a text: lower case, without marks, `h/o`, `s/p` and hyphens kept whole and taken apart. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
  const whole = plain.split(/[^a-z0-9/-]+/).filter(word => word !== '')
  return new Set([...whole, ...whole.flatMap(word => word.split(/[/-]/).filter(part => part !== ''))])
}
