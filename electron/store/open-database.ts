import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { errorCode } from '#electron/platform/files.ts'
import { connect, type Connection } from './driver.ts'
import { StoreError, withStoreErrors } from './store-error.ts'

/** `CBRD`: marks our files among all SQLite files. */
export const APPLICATION_ID = 0x43_42_52_44
export const PAGE_BYTES = 4096
const KEY_BYTES = 32
const PLAINTEXT_HEADER = 'SQLite format 3\0'

export type OpenOptions = {
  readonly file: string
  /** The 32 bytes of the data key. The caller's buffer is left as it is; the copy made here is zeroed. */
  readonly key: Uint8Array
  /** The one writer, a reader beside it, or the reader of a finished copy (a backup), which is not in WAL mode. */
  readonly use: 'writer' | 'reader' | 'copy'
  /** Page cache; 64 MiB for the writer, 32 MiB for a reader unless told otherwise. */
  readonly cacheKiB?: number
}

type Setting = { readonly name: string; readonly value: string; readonly readsBack: string | number }

/**
 * Opens an existing encrypted file: proves key, header, size and every setting before a single row is read.
 *
 * Throws a `StoreError` and leaves the file as it is. Never creates, repairs or deletes anything.
 */
export function openDatabase(options: OpenOptions): Connection {
  const { file, use } = options
  checkFile(file)
  return withStoreErrors(file, () => {
    const connection = connect(file, { readonly: use !== 'writer', waitMillis: use === 'writer' ? 0 : 5_000 })
    return orClose(connection, () => {
      unlock(connection, options.key)
      // Any key is "ok" until the first read; temporary tables would be written in clear text by any read before this.
      apply(connection, settingsBeforeReading(options))
      connection.prepare('SELECT count(*) FROM sqlite_schema').get()
      apply(connection, settingsAfterReading(use))
      proveOurs(connection)
    })
  })
}

/** Makes a new encrypted file. Throws when anything is already at that place: nothing is ever overwritten. */
export function createDatabase(options: Omit<OpenOptions, 'use'>): Connection {
  const { file } = options
  return withStoreErrors(file, () => {
    closeSync(openSync(file, 'wx', 0o600))
    const connection = connect(file)
    return orClose(connection, () => {
      unlock(connection, options.key)
      apply(connection, settingsBeforeReading({ ...options, use: 'writer' }))
      apply(connection, settingsAfterReading('writer'))
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.pragma('wal_checkpoint(TRUNCATE)')
      if (isPlaintext(file)) throw new StoreError({ kind: 'setting-refused', setting: 'cipher' })
      proveOurs(connection)
    })
  })
}

/** True when the first bytes are those of an unencrypted database. */
export function isPlaintext(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const header = Buffer.alloc(PLAINTEXT_HEADER.length)
    const read = readSync(handle, header, 0, header.length, 0)
    return read === header.length && header.toString('latin1') === PLAINTEXT_HEADER
  } finally {
    closeSync(handle)
  }
}

/** Bytes behind the last page of a file without a hot WAL; 0 when there are none or it cannot be told. */
export function trailingBytes(connection: Connection, file: string, walBytesBeforeOpen: number): number {
  if (walBytesBeforeOpen > 0) return 0
  const pages = Number(connection.pragma('page_count', { simple: true }))
  return Math.max(0, statSync(file).size - pages * PAGE_BYTES)
}

export function walBytes(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** Gives the connection a key without ever writing it into SQL text. */
export function unlock(connection: Connection, key: Uint8Array): void {
  // 31 or 33 bytes would silently be taken for a passphrase.
  if (key.length !== KEY_BYTES) throw new RangeError('The data key has 32 bytes.')
  connection.pragma("cipher = 'sqlcipher'")
  connection.pragma('legacy = 4')
  const raw = rawKey(key)
  connection.key(raw)
  raw.fill(0)
}

/** The driver's form of a raw key; to be zeroed after use. */
export function rawKey(key: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('raw:'), key])
}

function checkFile(file: string): void {
  const found = statOf(file)
  if (found === null || found === undefined) throw new StoreError({ kind: 'missing', path: file })
  if (!found.isFile()) throw new StoreError({ kind: 'no-permission', path: file })
  // SQLite opens a shorter file as a new, empty database.
  if (found.size < PAGE_BYTES || withStoreErrors(file, () => isPlaintext(file))) throw new StoreError({ kind: 'damaged', backup: null })
}

function statOf(file: string): ReturnType<typeof statSync> | null {
  try {
    return statSync(file)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw new StoreError({ kind: 'no-permission', path: file }, { cause: error })
  }
}

function settingsBeforeReading({ use, cacheKiB }: Pick<OpenOptions, 'use' | 'cacheKiB'>): readonly Setting[] {
  const cache = -(cacheKiB ?? (use === 'writer' ? 65_536 : 32_768))
  return [
    { name: 'cipher', value: "'sqlcipher'", readsBack: 'sqlcipher' },
    { name: 'temp_store', value: 'MEMORY', readsBack: 2 },
    { name: 'locking_mode', value: 'NORMAL', readsBack: 'normal' },
    { name: 'synchronous', value: 'FULL', readsBack: 2 },
    { name: 'fullfsync', value: 'ON', readsBack: 1 },
    { name: 'foreign_keys', value: 'ON', readsBack: 1 },
    { name: 'trusted_schema', value: 'OFF', readsBack: 0 },
    { name: 'cell_size_check', value: 'ON', readsBack: 1 },
    // Without it INSERT OR REPLACE deletes a row behind the back of the triggers.
    { name: 'recursive_triggers', value: 'ON', readsBack: 1 },
    // 32 MiB: bringing the log into the file costs tenths of a second, so it waits for a rest and hot pages of an import go over once.
    { name: 'wal_autocheckpoint', value: '8000', readsBack: 8000 },
    { name: 'mmap_size', value: '0', readsBack: 0 },
    { name: 'cache_size', value: String(cache), readsBack: cache },
  ]
}

// These two touch the file, so they wait until a read has proved the key.
function settingsAfterReading(use: OpenOptions['use']): readonly Setting[] {
  if (use === 'copy') return []
  const wal = { name: 'journal_mode', value: 'WAL', readsBack: 'wal' }
  // Switching to WAL may reset it to the build's NORMAL, which loses acknowledged saves in a power cut.
  const full = { name: 'synchronous', value: 'FULL', readsBack: 2 }
  return use === 'writer' ? [wal, full, { name: 'secure_delete', value: 'ON', readsBack: 1 }] : [full]
}

function apply(connection: Connection, settings: readonly Setting[]): void {
  for (const { name, value } of settings) connection.pragma(`${name} = ${value}`)
  for (const { name, readsBack } of settings) {
    if (connection.pragma(name, { simple: true }) !== readsBack) throw new StoreError({ kind: 'setting-refused', setting: name })
  }
}

function proveOurs(connection: Connection): void {
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new StoreError({ kind: 'damaged', backup: null })
}

function orClose(connection: Connection, prepare: () => void): Connection {
  try {
    prepare()
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
