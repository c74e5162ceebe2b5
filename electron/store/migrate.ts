import { createHash } from 'node:crypto'
import type { Instant } from '#shared/kernel/instant.ts'
import { lineHash, type RecordState } from './audit-hash.ts'
import { readHead, stateOf } from './audit-writer.ts'
import type { Connection } from './driver.ts'
import type { Migration } from './migrations/migration.ts'
import { StoreError } from './store-error.ts'
import { sql } from './sql.ts'
import { Statements, rowsOf } from './statements.ts'

export type MigrateOptions = {
  readonly migrations: readonly Migration[]
  readonly at: Instant
  /** Called once before the first step of a store that already has data: makes the backup. A failure stops the migration. */
  readonly beforeMigration?: (from: number, to: number) => void
}

/**
 * Brings the schema to the newest version: each step in one transaction of its own, together with its number and its hash.
 *
 * A store of a newer version is refused and left as it is. Killed at any moment the store is at the old or the new version of a step.
 */
export function migrate(connection: Connection, { migrations, at, beforeMigration }: MigrateOptions): void {
  assertConsecutive(migrations)
  const found = schemaVersion(connection)
  const supported = migrations.length
  if (found > supported) throw new StoreError({ kind: 'newer-version', found, supported })
  if (found === supported) return
  if (found > 0) beforeMigration?.(found, supported)
  for (const migration of migrations.slice(found)) step(connection, migration, at)
}

export function schemaVersion(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

function step(connection: Connection, migration: Migration, at: Instant): void {
  connection.exec('BEGIN IMMEDIATE')
  try {
    connection.exec('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL) STRICT')
    connection.exec(migration.up)
    const broken = connection.prepare('PRAGMA foreign_key_check').all()
    if (broken.length > 0) throw new Error(`Migration ${migration.name} breaks ${broken.length} references.`)
    connection.prepare('INSERT INTO migration (version, name, hash, at) VALUES (?, ?, ?, ?)').run(BigInt(migration.version), migration.name, hashOf(migration.up), at)
    if (migration.rewrites !== undefined) chainInRewritten(connection, migration, at)
    connection.pragma(`user_version = ${migration.version}`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

// A step that rewrites rows changes their hashes: the chain has to say so, or the next check would call it tampering.
function chainInRewritten(connection: Connection, migration: Migration, at: Instant): void {
  const statements = new Statements(connection)
  const states: RecordState[] = []
  for (const table of migration.rewrites ?? []) {
    for (const row of rowsOf(statements.fresh(`SELECT * FROM "${table}"`), sql.empty)) states.push(stateOf(table, String(row['id']), row))
  }
  const head = readHead(statements)
  const detail = JSON.stringify({ migration: migration.name })
  const line = { seq: head.count + 1, at, actorId: 'system', role: 'system', action: 'store.migrated', entity: null, entityId: null, patientId: null, detail, commandId: null }
  statements.of('INSERT INTO audit (seq, at, actor_id, role, action, detail, prev_hash, hash) VALUES (?,?,?,?,?,?,?,?)').run(
    BigInt(line.seq), at, line.actorId, line.role, line.action, detail, head.hash, lineHash(head.hash, line, states),
  )
  const insert = statements.of('INSERT INTO audit_record (audit_seq, entity, entity_id, version, hash) VALUES (?,?,?,?,?)')
  for (const state of states) insert.run(BigInt(line.seq), state.entity, state.entityId, BigInt(state.version), state.hash)
}

function assertConsecutive(migrations: readonly Migration[]): void {
  migrations.forEach(({ version, name }, i) => {
    if (version !== i + 1) throw new Error(`Migration ${name} has number ${version}; ${i + 1} comes next.`)
  })
}

function hashOf(up: string): string {
  return createHash('sha256').update(up).digest('hex')
}
