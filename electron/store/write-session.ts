import type { AuditEntry, Row, WriteDb } from './db.ts'
import type { SqlQuery } from './sql.ts'
import { allRows, getRow, rowsOf, type Statements } from './statements.ts'

/** The database as one transaction sees it; worthless once the transaction has ended. */
export class WriteSession implements WriteDb {
  readonly #statements: Statements
  readonly #entries: AuditEntry[] = []
  #isOpen = true

  constructor(statements: Statements) {
    this.#statements = statements
  }

  get(query: SqlQuery): Row | undefined {
    return getRow(this.#alive().of(query.text), query)
  }

  all(query: SqlQuery): Row[] {
    return allRows(this.#alive().of(query.text), query)
  }

  iterate(query: SqlQuery): IterableIterator<Row> {
    return rowsOf(this.#alive().fresh(query.text), query)
  }

  run(query: SqlQuery): { changes: number } {
    return { changes: this.#alive().of(query.text).run(...query.values).changes }
  }

  audit(entry: AuditEntry): void {
    this.#alive()
    this.#entries.push(entry)
  }

  /** Closes the session and hands out what was audited. */
  end(): readonly AuditEntry[] {
    this.#isOpen = false
    return this.#entries
  }

  #alive(): Statements {
    if (!this.#isOpen) throw new TypeError('This transaction has ended.')
    return this.#statements
  }
}
