/** The deepest nesting a message of the page may have. */
export const DEPTH_LIMIT = 64

/** True when brackets nest deeper than the limit. Asked before JSON.parse, whose result a deep text would turn against whoever walks it. */
export function isTooDeep(text: string, limit: number = DEPTH_LIMIT): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inString) {
      if (char === 0x5c) at += 1
      else if (char === 0x22) inString = false
    } else if (char === 0x22) inString = true
    else if (char === 0x5b || char === 0x7b) {
      depth += 1
      if (depth > limit) return true
    } else if (char === 0x5d || char === 0x7d) depth -= 1
  }
  return false
}
