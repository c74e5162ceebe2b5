/** Two texts that differ in case, accents or signs only say the same: a source that shouts changes nothing. */
export function alike(a: string, b: string): boolean {
  return folded(a) === folded(b)
}

export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
