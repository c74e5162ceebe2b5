import { afterAll, beforeAll, expect, test } from 'vitest'
import { likePattern, quoteTerms } from '#electron/store/fts.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { searchNotes, searchPatients } from '#electron/store/queries/worklists/search.ts'
import { sql } from '#electron/store/sql.ts'
import { addPatient } from '#tests/support/profile.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { anOrigin, testKey, testStore, type TestStore } from '#tests/support/store.ts'
import { hostileTexts } from './hostile-texts.ts'

/** T15: texts that look like SQL, like a search language, or like nothing on earth, in every search and in text fields. */

let t: TestStore
beforeAll(() => { t = testStore() })
afterAll(() => { t.close() })
const schema = () => JSON.stringify(t.store.read(db => db.all(sql`SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name`)))

test('there are at least 500 of them', () => {
  expect(hostileTexts.length).toBeGreaterThanOrEqual(500)
})

test('no text raises an error in a search or changes the schema', () => {
  const before = schema()
  for (const text of hostileTexts) {
    for (const prefix of [true, false]) {
      const match = quoteTerms(text, { prefix })
      if (match !== null) t.store.read(db => db.all(sql`SELECT rowid FROM patient_fts WHERE patient_fts MATCH ${match} LIMIT 5`))
      if (match !== null) t.store.read(db => db.all(sql`SELECT rowid FROM note_fts WHERE note_fts MATCH ${match} LIMIT 5`))
    }
    t.store.read(db => db.all(sql`SELECT id FROM patient WHERE family_name LIKE ${likePattern(text)} ESCAPE '\\' LIMIT 5`))
    t.store.read(db => searchPatients(db, text, []))
    t.store.read(db => searchNotes(db, text))
  }
  expect(schema()).toBe(before)
})

test('a name is stored as it was written and found by searching for it literally', () => {
  const names = hostileTexts.map(text => text.slice(0, 100)).filter(text => text.isWellFormed() && !text.includes('\0'))
  names.forEach((name, i) => {
    const id = plainId('patient', 1_000 + i)
    addPatient(t.store, 1_000 + i)
    t.store.write(anOrigin(), db => {
      db.run(sql`UPDATE patient SET family_name = ${name} WHERE id = ${id}`)
      refreshPatientSearch(db, id)
      db.audit({ action: 'patient.corrected', entity: 'patient', entityId: id })
    })
    expect(t.store.read(db => db.get(sql`SELECT family_name FROM patient WHERE id = ${id}`))?.['family_name']).toBe(name)
    const literal = t.store.read(db => db.all(sql`SELECT id FROM patient WHERE family_name LIKE ${likePattern(name)} ESCAPE '\\'`))
    expect(literal.map(row => row['id']), JSON.stringify(name)).toContain(id)
    const match = quoteTerms(name, { prefix: false })
    if (match === null || !/[\p{L}\p{N}]/u.test(name)) return
    const found = t.store.read(db => db.all(sql`SELECT p.id FROM patient_fts f JOIN patient p ON p.rowid = f.rowid WHERE patient_fts MATCH ${match}`))
    expect(found.map(row => row['id']), JSON.stringify(name)).toContain(id)
  })
  expect(names.length).toBeGreaterThan(400)
})

test('a copy of the store keeps the row numbers by which its search finds patients', () => {
  const rows = 'SELECT rowid, id FROM patient ORDER BY rowid'
  const before = t.store.read(db => db.all(sql`SELECT rowid, id FROM patient ORDER BY rowid`))
  const file = `${t.folder}/copy.db`
  t.store.copyTo(file)
  const copy = openDatabase({ file, key: testKey, use: 'copy' })
  expect(copy.prepare(rows).all()).toEqual(before)
  copy.close()
})
