import { randomBytes } from 'node:crypto'
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'

export const RECOVERY_WORDS = 24
const ENTROPY_BYTES = 32

/** A new recovery key: 256 random bits and the 24 words (with an 8-bit checksum) that stand for them. */
export function newRecoveryWords(): { entropy: Buffer; words: readonly string[] } {
  const entropy = randomBytes(ENTROPY_BYTES)
  return { entropy, words: entropyToMnemonic(entropy, wordlist).split(' ') }
}

/** The words of a typed or pasted text, whatever stands between them (blanks, line breaks, commas, the numbers of the printed page). */
export function splitWords(text: string): readonly string[] {
  return text.normalize('NFKD').toLowerCase().split(/[^a-z]+/).filter(word => word !== '')
}

/** The bits of the words, `null` when a word is not in the list, one is missing, or the checksum says that one is wrong. */
export function entropyOfWords(words: readonly string[]): Buffer | null {
  const clean = splitWords(words.join(' '))
  if (clean.length !== RECOVERY_WORDS) return null
  try {
    return Buffer.from(mnemonicToEntropy(clean.join(' '), wordlist))
  } catch {
    return null
  }
}
