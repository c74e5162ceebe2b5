import type { Drg } from '#shared/model/drg.ts'

/** DRGs whose number begins with the text, or whose title has every word in it, in order of number; words of the title may be cut short. */
export function searchDrgs(rows: readonly Drg[], text: string, limit: number): readonly Drg[] {
  const words = text.toUpperCase().split(/[\s,]+/).filter(word => word !== '')
  if (words.length === 0) return []
  const hits = rows.filter(row => words.every(word => row.code.startsWith(word) || startsAWord(row.title.toUpperCase(), word)))
  return hits.slice(0, limit)
}

function startsAWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) if (at === 0 || /[^A-Z0-9]/.test(title[at - 1] ?? '')) return true
  return false
}
