import { isCommonPassphrase } from './common-passphrases.ts'

/** `security.md` 3.2 after NIST SP 800-63B-4: length, no composition rules, no truncation, a blocklist. Counted in code points after NFKC. */
export const SHORTEST_PASSPHRASE = 15
export const LONGEST_PASSPHRASE = 256
const FEWEST_DIFFERENT = 5
const SHORTEST_NAME = 3

/**
 * What is wrong with a passphrase, as sentences for the person who chooses it; empty when it may be used.
 * `names` are the person's, the facility's, the unit's: a passphrase made of them is guessed first.
 */
export function passphraseProblems(passphrase: string, { names }: { names: readonly string[] }): readonly string[] {
  const normal = passphrase.normalize('NFKC')
  const length = [...normal].length
  if (length < SHORTEST_PASSPHRASE) return [`Use at least ${SHORTEST_PASSPHRASE} characters; ${length === 0 ? 'there are none' : `there are ${length}`}. Four or five words that do not belong together are easy to remember.`]
  if (length > LONGEST_PASSPHRASE) return [`Use at most ${LONGEST_PASSPHRASE} characters; there are ${length}.`]
  const problems: string[] = []
  if (new Set(normal.toLowerCase()).size < FEWEST_DIFFERENT) problems.push('This repeats the same few characters. Use several different words.')
  else if (isCommonPassphrase(normal)) problems.push('This is one of the passphrases that are tried first. Use words that do not belong together.')
  if (consistsOfNames(normal, names)) problems.push('This is made of names that others know: yours, the facility’s or the program’s. Add words that have nothing to do with them.')
  return problems
}

function consistsOfNames(passphrase: string, names: readonly string[]): boolean {
  const words = [...names, 'caseboard', 'hospital', 'casemanager', 'case manager'].flatMap(name => [name, ...name.split(/[\s._-]+/)]).map(lettersOf).filter(word => word.length >= SHORTEST_NAME)
  const byLength = [...new Set(words)].sort((a, b) => b.length - a.length)
  const whole = lettersOf(passphrase)
  const rest = byLength.reduce((left, word) => left.replaceAll(word, ''), whole)
  return rest.length < whole.length && rest.replaceAll(/\d/g, '').length < SHORTEST_NAME + 1
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
