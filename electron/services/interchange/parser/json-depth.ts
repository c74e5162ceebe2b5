const QUOTE = 34
const BACKSLASH = 92

/**
 * Where nesting first goes deeper than `limit`; `null` when it never does.
 *
 * `JSON.parse` accepts a million levels, and everything that walks the result afterwards (zod, structured clone) then overflows: the text is looked at first.
 */
export function deeperThan(text: string, limit: number): { readonly line: number } | null {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) {
      i = endOfString(text, i)
      if (i < 0) return null
    } else if (code === 123 || code === 91) {
      depth += 1
      if (depth > limit) return { line: lineOf(text, i) }
    } else if (code === 125 || code === 93) depth -= 1
  }
  return null
}

/** The place of the closing quote; -1 when the text ends first. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end >= 0 && escaped(text, end)) end = text.indexOf('"', end + 1)
  return end
}

function escaped(text: string, quote: number): boolean {
  let slashes = 0
  while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1
  return slashes % 2 === 1
}

/** The number of the line, from 1. */
export function lineOf(text: string, index: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line += 1
  return line
}
