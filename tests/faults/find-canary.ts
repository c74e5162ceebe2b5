import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every way the words may lie on a disk: UTF-8, UTF-16, hex, URL, base64 at its three phases. */
export function disguises(words: string): ReadonlyMap<string, Buffer> {
  const plain = Buffer.from(words)
  const phases = [0, 1, 2].map(phase => {
    const text = Buffer.concat([Buffer.alloc(phase, 0x2e), plain]).toString('base64')
    // The first and last characters mix with their neighbours; what lies between is the same in any text.
    return text.slice(phase === 0 ? 0 : 4, -4)
  })
  return new Map<string, Buffer>([
    ['utf8', plain], ['utf16', Buffer.from(words, 'utf16le')], ['hex', Buffer.from(plain.toString('hex'))], ['HEX', Buffer.from(plain.toString('hex').toUpperCase())], ['url', Buffer.from(encodeURIComponent(words))],
    ...phases.map((text, phase) => [`base64-${phase}`, Buffer.from(text)] as const),
  ])
}

export interface Found {
  readonly file: string
  readonly as: string
}

/** Where the words stand in the files below the folders, names of files and contents of gzip included. */
export function findCanary(folders: readonly string[], words: readonly string[]): readonly Found[] {
  const wanted = words.flatMap(each => [...disguises(each)])
  return folders.flatMap(filesBelow).flatMap(file => {
    const bytes: Buffer[] = [Buffer.from(file), readFileSync(file)]
    const [, content] = bytes
    if (content?.[0] === 0x1f && content[1] === 0x8b) bytes.push(unpacked(content))
    return wanted.filter(([, pattern]) => bytes.some(each => each.includes(pattern))).map(([as]) => ({ file, as }))
  })
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const file = path.join(folder, name)
    const kind = statSync(file)
    return kind.isDirectory() ? filesBelow(file) : kind.isFile() ? [file] : []
  })
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: 100_000_000 })
  } catch {
    return Buffer.alloc(0)
  }
}
