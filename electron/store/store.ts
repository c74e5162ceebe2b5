import type { CommandId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { silentLog, type Log } from '#electron/platform/log.ts'
import { Anchor, compareWithAnchor, isWarning, type AnchorState } from './anchor.ts'
import { BEFORE_FIRST } from './audit-hash.ts'
import { readHead, seal, type ChainHead } from './audit-writer.ts'
import { findCommand, keepOutcome, type CommandOutcome } from './command-outcome.ts'
import type { AuditEntry, ReadDb, WriteDb, WriteOrigin } from './db.ts'
import type { Connection } from './driver.ts'
import { migrate, schemaVersion, type MigrateOptions } from './migrate.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { createDatabase, openDatabase, trailingBytes, walBytes } from './open-database.ts'
import { recordTables, type RecordTable } from './record-tables.ts'
import { StoreError, problemOf, withStoreErrors } from './store-error.ts'
import { sql } from './sql.ts'
import { Statements, getRow, readDb } from './statements.ts'
import { TouchedRows } from './touched-rows.ts'
import { WriteSession } from './write-session.ts'

export type StoreOptions = {
  readonly file: string
  readonly anchorFile: string
  /** The 32 bytes of the data key; the store keeps a copy of its own and zeroes it on close. */
  readonly key: Uint8Array
  readonly at: Instant
  readonly migrations?: MigrateOptions['migrations']
  readonly beforeMigration?: MigrateOptions['beforeMigration']
  readonly tables?: readonly RecordTable[]
  readonly cacheKiB?: number
  readonly log?: Log
}

/** The encrypted caseload of one workstation: one writer, one door for change. */
export class Store {
  readonly file: string
  readonly anchorFile: string
  /** True when bytes stood behind the end of the file at open; its caller sets a copy aside. */
  readonly hasTrailingBytes: boolean
  readonly #key: Buffer
  readonly #cacheKiB: number | undefined
  readonly #tables: ReadonlyMap<string, RecordTable>
  readonly #anchor: Anchor
  readonly #log: Log
  #connection: Connection
  #statements: Statements
  #touched: TouchedRows
  #head: ChainHead
  #settled = 0
  #anchorState: AnchorState
  #isWriting = false
  #isClosed = false

  /** Makes the files of a new store at places where nothing stands yet, with the newest schema. */
  static create(options: StoreOptions): Store {
    const connection = createDatabase({ file: options.file, key: options.key })
    connection.close()
    const anchor = new Anchor(options.anchorFile, options.key)
    anchor.create({ count: 0, hash: BEFORE_FIRST, at: options.at, settled: 0 })
    anchor.close()
    return new Store(options)
  }

  /** Opens an existing store: key, header, size, settings, version, then the anchor. Throws a `StoreError` and changes nothing when one is not right. */
  static open(options: StoreOptions): Store {
    return new Store(options)
  }

  private constructor(options: StoreOptions) {
    this.file = options.file
    this.anchorFile = options.anchorFile
    this.#cacheKiB = options.cacheKiB
    this.#log = options.log ?? silentLog
    this.#tables = new Map((options.tables ?? recordTables).map(table => [table.table, table]))
    const hotWal = walBytes(options.file)
    this.#connection = this.#openConnection(options.key)
    this.#key = Buffer.from(options.key)
    this.#anchor = new Anchor(options.anchorFile, options.key)
    try {
      this.hasTrailingBytes = trailingBytes(this.#connection, options.file, hotWal) > 0
      const { beforeMigration } = options
      const steps = { migrations: options.migrations ?? allMigrations, at: options.at, ...(beforeMigration === undefined ? {} : { beforeMigration }) }
      withStoreErrors(this.file, () => { migrate(this.#connection, steps) })
      this.#statements = new Statements(this.#connection)
      this.#touched = new TouchedRows(this.#connection, [...this.#tables.values()])
      this.#head = withStoreErrors(this.file, () => readHead(this.#statements))
      this.#anchorState = withStoreErrors(options.anchorFile, () => this.#compareAnchor())
    } catch (error) {
      this.#anchor.close()
      this.#connection.close()
      this.#key.fill(0)
      throw error
    }
  }

  get schemaVersion(): number {
    return schemaVersion(this.#connection)
  }

  /** The end of the audit chain. */
  get head(): ChainHead {
    return this.#head
  }

  /** How the file compared with its anchor at open. Anything but `in-step` and `ahead` is a warning until an administrator accepts it. */
  get anchorState(): AnchorState {
    return this.#anchorState
  }

  /** Reads on the writer's connection: sees the newest commit. */
  read<T>(work: (db: ReadDb) => T): T {
    this.#requireOpen()
    return withStoreErrors(this.file, () => work(readDb(this.#statements)))
  }

  /**
   * The one door for change: one IMMEDIATE transaction, on the disk when this returns.
   *
   * `work` runs to its end without waiting for anything. Record rows it changes without a covering `db.audit(…)` roll everything back
   * (`UnauditedChangeError`). With a command id, the JSON of what `work` returns is kept in the same transaction.
   */
  write<T>(origin: WriteOrigin, work: (db: WriteDb) => T): T {
    this.#requireOpen()
    if (this.#isWriting) throw new TypeError('A write inside a write: pass the db along instead.')
    this.#isWriting = true
    try {
      return withStoreErrors(this.file, () => this.#transact(origin, work))
    } finally {
      this.#isWriting = false
    }
  }

  /** Puts one entry into the history and changes nothing else: a patient was opened, a list printed, an access refused. */
  recordRead(origin: WriteOrigin, entry: AuditEntry): void {
    this.write({ ...origin, commandId: null }, db => { db.audit(entry) })
  }

  /** What became of a command, `null` when it was never carried out. */
  findCommand(commandId: CommandId): CommandOutcome | null {
    return this.read(db => findCommand(db, commandId))
  }

  /** Takes the file as it is for the truth from here on. For an administrator who looked at the warning; says so in the history. */
  acceptAnchor(origin: WriteOrigin, reason: string): void {
    const warning = this.#anchorState.kind
    this.write(origin, db => { db.audit({ action: 'anchor.accepted', detail: { warning, reason } }) })
    const point = { ...this.#head, settled: Math.min(this.#settled, this.#head.count) }
    if (this.#anchor.read() === 'absent') this.#anchor.create(point)
    else this.#anchor.replace(point)
    this.#settled = point.settled
    this.#anchorState = { kind: 'in-step' }
  }

  /** Brings the write-ahead log into the file and empties it: on idle, on lock, before the end. False when a reader stood in the way. */
  checkpoint(): boolean {
    // `simple` gives the first column: 0 unless a reader or another writer stood in the way.
    const isDone = withStoreErrors(this.file, () => this.#connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true })) === 0
    if (isDone) this.#settled = this.#head.count
    if (isDone) this.#advanceAnchor()
    return isDone
  }

  /** Writes an encrypted copy of the whole store, as of now, to a place where nothing stands yet. Blocks; backups run in the reader instead. */
  copyTo(file: string): void {
    withStoreErrors(file, () => { this.#connection.prepare('VACUUM INTO ?').run(file) })
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    try {
      if (this.#connection.open) this.checkpoint()
    } catch {
      this.#log.warn('store.checkpoint-failed')
    }
    this.#connection.close()
    this.#anchor.close()
    this.#key.fill(0)
  }

  // A request that waited while the store was closed or replaced: nothing of it may end as an unknown error.
  #requireOpen(): void {
    if (this.#isClosed) throw new StoreError({ kind: 'key-given-up' })
    // A failed save whose file could not be opened again either.
    if (!this.#connection.open) throw new StoreError({ kind: 'disk-error' })
  }

  #openConnection(key: Uint8Array): Connection {
    const options = { file: this.file, key, use: 'writer' } as const
    return openDatabase(this.#cacheKiB === undefined ? options : { ...options, cacheKiB: this.#cacheKiB })
  }

  #transact<T>(origin: WriteOrigin, work: (db: WriteDb) => T): T {
    this.#statements.of('BEGIN IMMEDIATE').run()
    const session = new WriteSession(this.#statements)
    let head: ChainHead
    let result: T
    try {
      result = work(session)
      if (result instanceof Promise) throw new TypeError('A write cannot wait: collect what it needs first.')
      head = seal(this.#statements, this.#tables, this.#head, origin, session.end(), this.#touched.take())
      if (origin.commandId) keepOutcome(this.#statements, origin, origin.commandId, result)
    } catch (error) {
      session.end()
      if (this.#connection.inTransaction) this.#statements.of('ROLLBACK').run()
      throw error
    }
    this.#commit(head)
    return result
  }

  #commit(head: ChainHead): void {
    try {
      this.#statements.of('COMMIT').run()
    } catch (error) {
      if (this.#connection.inTransaction) this.#statements.of('ROLLBACK').run()
      // A failed sync has an unknown outcome: only the file itself can tell, and only to a new connection.
      if (problemOf(error, this.file)?.kind !== 'not-saved') throw error
      if (!this.#findsAfterReopening(head)) throw error
    }
    const isUnchanged = head.count === this.#head.count
    this.#head = head
    if (!isUnchanged) this.#advanceAnchor()
  }

  #findsAfterReopening(head: ChainHead): boolean {
    this.#connection.close()
    this.#connection = this.#openConnection(this.#key)
    this.#statements = new Statements(this.#connection)
    this.#touched = new TouchedRows(this.#connection, [...this.#tables.values()])
    const found = readHead(this.#statements)
    if (head.count === this.#head.count) throw new StoreError({ kind: 'outcome-unknown' })
    return found.count === head.count && found.hash === head.hash
  }

  #compareAnchor(): AnchorState {
    const point = this.#anchor.read()
    const state = compareWithAnchor(point, this.#head, seq => this.#hashAt(seq))
    if (typeof point === 'object') this.#settled = point.settled
    return state
  }

  // Until an administrator accepts a warning the anchor keeps what it says: advancing it would be a silent reset.
  #advanceAnchor(): void {
    if (isWarning(this.#anchorState)) return
    try {
      this.#anchor.write({ ...this.#head, settled: this.#settled })
      this.#anchorState = { kind: 'in-step' }
    } catch {
      // The commit stands; an anchor that stayed behind it is the normal state after a crash.
      this.#log.warn('store.anchor-not-written')
    }
  }

  #hashAt(seq: number): string | null {
    const row = getRow(this.#statements.of('SELECT hash FROM audit WHERE seq = ?'), sql`${seq}`)
    return row === undefined ? null : String(row['hash'])
  }
}


