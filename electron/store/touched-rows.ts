import type { Connection } from './driver.ts'
import type { RecordTable } from './record-tables.ts'

export type TouchedRow = { readonly table: string; readonly id: string }

/**
 * Notes every record row a transaction inserts or updates, and refuses to delete one or to change its id.
 *
 * TEMP triggers, made at each open: no path of our own code goes around them, and they cost the file nothing.
 */
export class TouchedRows {
  readonly #read: () => unknown[]
  readonly #clear: () => void

  constructor(connection: Connection, tables: readonly RecordTable[]) {
    connection.exec('CREATE TEMP TABLE touched_row (tbl TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tbl, id)) STRICT, WITHOUT ROWID')
    const present = new Set(connection.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all())
    for (const table of tables) if (present.has(table.table)) connection.exec(triggersOf(table))
    const select = connection.prepare('SELECT tbl, id FROM temp.touched_row')
    const clear = connection.prepare('DELETE FROM temp.touched_row')
    this.#read = () => select.raw(true).all()
    this.#clear = () => { clear.run() }
  }

  /** What the transaction touched so far; starts anew. */
  take(): TouchedRow[] {
    const rows = this.#read().flatMap(row => (Array.isArray(row) ? [{ table: String(row[0]), id: String(row[1]) }] : []))
    if (rows.length > 0) this.#clear()
    return rows
  }
}

// Names come from the literal list in record-tables.ts, never from outside.
function triggersOf({ table, idColumn }: RecordTable): string {
  const note = `INSERT OR IGNORE INTO touched_row VALUES ('${table}', new."${idColumn}")`
  return `
    CREATE TEMP TRIGGER "touch_insert_${table}" AFTER INSERT ON main."${table}" BEGIN ${note}; END;
    CREATE TEMP TRIGGER "touch_update_${table}" AFTER UPDATE ON main."${table}" BEGIN ${note}; END;
    CREATE TEMP TRIGGER "keep_id_${table}" BEFORE UPDATE OF "${idColumn}" ON main."${table}" WHEN new."${idColumn}" IS NOT old."${idColumn}"
      BEGIN SELECT RAISE(ABORT, 'a record keeps its id'); END;
    CREATE TEMP TRIGGER "keep_${table}" BEFORE DELETE ON main."${table}" BEGIN SELECT RAISE(ABORT, 'records are never deleted: set removed_at'); END;`
}
