import type { ReadDb, Row } from './db.ts'
import type { Connection, Statement } from './driver.ts'
import type { SqlQuery } from './sql.ts'

const KEPT_STATEMENTS = 400

/** Each text is prepared once a connection: preparing costs more than most of our queries. */
export class Statements {
  readonly #connection: Connection
  readonly #prepared = new Map<string, Statement>()

  constructor(connection: Connection) {
    this.#connection = connection
  }

  of(text: string): Statement {
    const known = this.#prepared.get(text)
    if (known !== undefined) return known
    const fresh = this.#connection.prepare(text)
    // Lists build their filters at run time; the oldest text makes room.
    const oldest = this.#prepared.size >= KEPT_STATEMENTS ? this.#prepared.keys().next().value : undefined
    if (oldest !== undefined) this.#prepared.delete(oldest)
    this.#prepared.set(text, fresh)
    return fresh
  }

  /** A statement of its own, for a walk over rows during which the same text may be asked again. */
  fresh(text: string): Statement {
    return this.#connection.prepare(text)
  }
}

/** Reads through the statements; a statement that would change something is refused before it runs. */
export function readDb(statements: Statements): ReadDb {
  const reading = (statement: Statement): Statement => {
    if (!statement.readonly) throw new TypeError('A read may not change anything.')
    return statement
  }
  return {
    get: query => getRow(reading(statements.of(query.text)), query),
    all: query => allRows(reading(statements.of(query.text)), query),
    iterate: query => rowsOf(reading(statements.fresh(query.text)), query),
  }
}

export function getRow(statement: Statement, query: SqlQuery): Row | undefined {
  const row: unknown = statement.get(...query.values)
  return row === undefined ? undefined : asRow(row)
}

export function allRows(statement: Statement, query: SqlQuery): Row[] {
  const rows: unknown[] = statement.all(...query.values)
  return rows.every(isRow) ? rows : notARow()
}

export function* rowsOf(statement: Statement, query: SqlQuery): IterableIterator<Row> {
  for (const row of statement.iterate(...query.values)) yield asRow(row)
}

function asRow(row: unknown): Row {
  return isRow(row) ? row : notARow()
}

// The driver makes one plain object a row and nothing else; its columns are checked one by one in row.ts.
function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

function notARow(): never {
  throw new TypeError('The driver answered with something that is no row.')
}
