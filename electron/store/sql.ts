/** What a placeholder may stand for. Booleans are stored as 0 and 1. */
export type SqlValue = string | number | bigint | boolean | Uint8Array | null

/** What the driver binds. */
export type BoundValue = string | number | bigint | Uint8Array | null

/** A statement and the values of its placeholders: text that came from outside is only ever among the values. */
export class SqlQuery {
  readonly text: string
  readonly values: readonly BoundValue[]

  constructor(text: string, values: readonly BoundValue[]) {
    this.text = text
    this.values = values
  }
}

/**
 * SQL with every `${}` bound. A query inside a query is spliced in: `` sql`… WHERE ${isOpen} AND unit_id = ${unitId}` ``.
 * There is no way to put a variable's text into the statement: choose between literal fragments instead.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | SqlQuery)[]): SqlQuery {
  let text = strings[0] ?? ''
  const values: BoundValue[] = []
  parts.forEach((part, i) => {
    if (part instanceof SqlQuery) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(bindable(part))
    }
    text += strings[i + 1] ?? ''
  })
  return new SqlQuery(text, values)
}

/** No SQL at all, for an optional piece. */
sql.empty = new SqlQuery('', [])

/** The queries one after the other, `, ` between them unless told otherwise. */
sql.join = (queries: readonly SqlQuery[], separator: SqlQuery = COMMA): SqlQuery => {
  const [first, ...rest] = queries
  if (first === undefined) return sql.empty
  return rest.reduce((joined, query) => sql`${joined}${separator}${query}`, first)
}

/** `(?, ?, ?)`; `(NULL)` for nothing, so that `id IN ${sql.list([])}` is no row instead of an error. */
sql.list = (values: readonly SqlValue[]): SqlQuery =>
  values.length === 0 ? new SqlQuery('(NULL)', []) : sql`(${sql.join(values.map(value => sql`${value}`))})`

const COMMA = new SqlQuery(', ', [])

// The driver binds every JS number as REAL; in expressions, JSON and FTS5 only a BigInt is an INTEGER.
function bindable(value: SqlValue): BoundValue {
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('Only finite numbers can be stored.')
    return Number.isSafeInteger(value) ? BigInt(value) : value
  }
  if (value === undefined) throw new TypeError('A value is missing: say null where a fact is not known.')
  return value
}
