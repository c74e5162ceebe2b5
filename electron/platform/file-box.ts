import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import path from 'node:path'
import type { FileHandle } from '#shared/contract/bridge.ts'

/** A chosen file as a helper process receives it. */
export interface HelperFile {
  readonly handle: string
  /** As the person named it; it may carry a patient's name: for reports, never for logs. */
  readonly name: string
  readonly bytes: number
  readonly source: { readonly path: string } | { readonly content: Uint8Array } | { readonly withheld: 'too-big' }
}

/** The files people chose, kept by the shell. The core and the page know them by handles that cannot be guessed. */
export interface FileBox {
  offerPath(file: string): FileHandle
  /** Throws a RangeError when the box is full. */
  offerBytes(name: string, content: Uint8Array): FileHandle
  /** A file above the limit: only its name and size, so that the report can name it. */
  offerTooBig(name: string, bytes: number): FileHandle
  resolve(handle: string): HelperFile | null
  /** These were read: what is in memory of them goes. Unknown handles are fine. */
  release(handles: readonly string[]): void
  clear(): void
}

/** The largest file an import reads. */
export const FILE_LIMIT = 64 * 1024 * 1024
const MEMORY_LIMIT = 512 * 1024 * 1024
const COUNT_LIMIT = 20_000

/** An empty box with room for `MEMORY_LIMIT` bytes and `COUNT_LIMIT` files. */
export function createFileBox(): FileBox {
  const files = new Map<string, HelperFile>()
  let held = 0
  const keep = (name: string, bytes: number, source: HelperFile['source']): FileHandle => {
    if (files.size >= COUNT_LIMIT) throw new RangeError('Too many files at once.')
    const handle = randomBytes(16).toString('hex')
    files.set(handle, { handle, name, bytes, source })
    return { handle, name, bytes }
  }
  return {
    offerPath: file => keep(path.basename(file), statSync(file).size, { path: path.resolve(file) }),
    offerBytes(name, content) {
      if (held + content.byteLength > MEMORY_LIMIT) throw new RangeError('Too many files at once.')
      held += content.byteLength
      return keep(plainName(name), content.byteLength, { content })
    },
    offerTooBig: (name, bytes) => keep(plainName(name), bytes, { withheld: 'too-big' }),
    resolve: handle => files.get(handle) ?? null,
    release(handles) {
      for (const handle of handles) {
        const source = files.get(handle)?.source
        if (source !== undefined && 'content' in source) held -= source.content.byteLength
        files.delete(handle)
      }
    },
    clear() {
      files.clear()
      held = 0
    },
  }
}

/** A name for reports: one line, no path, no control characters. It is never used to open anything. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.toWellFormed().replaceAll(/\p{Cc}|\p{Cf}/gu, '').trim().slice(0, 120)
  return clean === '' || clean === '.' || clean === '..' ? 'file' : clean
}
