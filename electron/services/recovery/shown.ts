const longest = 200

/** A text from a record as one line that fits the contract: line ends become spaces, what is too long ends with an ellipsis. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`
}
