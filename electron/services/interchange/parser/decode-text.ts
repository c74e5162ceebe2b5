import { FileRefused } from './refusal.ts'

export interface Decoded {
  readonly text: string
  /** True when the bytes were no Unicode and were read as Windows-1252, which spreadsheet programs still write. */
  readonly guessed: boolean
}

/** Bytes → text by byte order mark, else UTF-8. `strict` refuses what is not Unicode; otherwise Windows-1252 stands in. */
export function decodeText(bytes: Uint8Array, name: string, { strict }: { readonly strict: boolean }): Decoded {
  const encoding = encodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), guessed: false }
  } catch {
    if (strict || encoding !== 'utf-8') throw new FileRefused(`${name}, as a whole: its text is not ${encoding === 'utf-8' ? 'UTF-8' : 'UTF-16'}, so it was not read.`)
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true }
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  // Without a mark: text in this field begins with ASCII, whose other half is then zero.
  if (a !== 0 && b === 0 && bytes[3] === 0) return 'utf-16le'
  return a === 0 && b !== 0 && bytes[2] === 0 ? 'utf-16be' : 'utf-8'
}
