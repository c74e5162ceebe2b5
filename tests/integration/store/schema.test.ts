import { afterAll, expect, test } from 'vitest'
import { recordTables, unauditedTables } from '#electron/store/record-tables.ts'
import { sql } from '#electron/store/sql.ts'
import { testStore } from '#tests/support/store.ts'

const t = testStore()
afterAll(() => { t.close() })
const tables = () => t.store.read(db => db.all(sql`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`)).map(row => ({ name: String(row['name']), ddl: String(row['sql']) }))
const columnsOf = (table: string) => t.store.read(db => db.all(sql`SELECT name FROM pragma_table_info(${table})`)).map(row => String(row['name']))

test('every table is a record table or declared unaudited', () => {
  const isSearch = (name: string) => /_(fts|trigram)(_|$)/.test(name)
  const declared = new Set([...recordTables.map(({ table }) => table), ...unauditedTables, 'migration'])
  expect(tables().map(({ name }) => name).filter(name => !declared.has(name) && !isSearch(name))).toEqual([])
})

test('every declared table and parent column exists, with a version', () => {
  for (const { table, idColumn, parents } of recordTables) {
    expect(columnsOf(table), table).toEqual(expect.arrayContaining([idColumn, 'version', ...parents.map(({ column }) => column)]))
  }
  for (const table of unauditedTables) expect(columnsOf(table), table).not.toEqual([])
})

test('every table is STRICT, so that a text never lands in a number', () => {
  const loose = tables().filter(({ name, ddl }) => !/_(fts|trigram)(_|$)/.test(name) && !/STRICT/.test(ddl))
  expect(loose.map(({ name }) => name)).toEqual([])
})
