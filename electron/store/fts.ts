const MAX_CHARACTERS = 200
const MAX_TERMS = 12
// What FTS5's unicode61 tokenizer would drop anyway: a term of nothing else matches no row and would empty the whole search.
const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}\p{Co}\p{M}\p{So}]/u

/**
 * The text a person typed as an FTS5 query: every term quoted, all of them required, the last one (or each) as a prefix.
 *
 * `null` when there is nothing to search for. Raw text would be read as a query language: `O'Neil`, `a-b` and `"` raise errors there.
 */
export function quoteTerms(text: string, options: { prefix: boolean } = { prefix: true }): string | null {
  const terms = text.toWellFormed().replaceAll('\0', ' ').slice(0, MAX_CHARACTERS).split(/\s+/u).filter(term => HAS_LETTER_OR_DIGIT.test(term)).slice(0, MAX_TERMS)
  if (terms.length === 0) return null
  return terms.map(term => `"${term.toWellFormed().replaceAll('"', '""')}"${options.prefix ? '*' : ''}`).join(' ')
}

/** A pattern for `LIKE ? ESCAPE '\'` that finds the text anywhere, taken literally. Capped: SQLite refuses patterns of more than 50,000 bytes. */
export function likePattern(text: string): string {
  const literal = text.toWellFormed().replaceAll('\0', '').slice(0, MAX_CHARACTERS).replaceAll(/[\\%_]/g, character => `\\${character}`)
  return `%${literal}%`
}
