import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sql } from '#electron/store/sql.ts'
import { UnauditedChangeError } from '#electron/store/store-error.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { plainId } from '#tests/support/plain-id.ts'
import { anOrigin, testStore, type TestStore } from '#tests/support/store.ts'

const ada = plainId('patient', 11)
const bea = plainId('patient', 12)
let test_: TestStore
beforeEach(() => { test_ = testStore() })
afterEach(() => { test_.close() })
const store = () => test_.store

const insertPatient = (db: WriteDb, id: string, name = 'Ada Sample') =>
  db.run(sql`INSERT INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at)
             VALUES (${id}, 1, ${name}, ${name}, 'unknown', 'unknown', '2026-11-22T16:20:00.000Z', '2026-11-22T16:20:00.000Z')`)
const insertPhone = (db: WriteDb, id: string, patientId: string) =>
  db.run(sql`INSERT INTO patient_telecom (id, version, patient_id, kind, value, position) VALUES (${id}, 1, ${patientId}, 'phone', '555-0100', 1)`)
const audited = (id: string, action = 'patient.added') => ({ action, entity: 'patient', entityId: id, patientId: ada })
const saved = () => store().write(anOrigin(), db => { insertPatient(db, ada); db.audit(audited(ada)) })
const count = (table: 'patient' | 'audit' | 'audit_record') =>
  store().read(db => db.get({ patient: sql`SELECT count(*) n FROM patient`, audit: sql`SELECT count(*) n FROM audit`, audit_record: sql`SELECT count(*) n FROM audit_record` }[table])?.['n'])

describe('a change', () => {
  test('that nobody audited is rolled back', () => {
    expect(() => store().write(anOrigin(), db => { insertPatient(db, ada) })).toThrow(UnauditedChangeError)
    expect(count('patient')).toBe(0)
  })

  test('audited for another record is rolled back', () => {
    saved()
    expect(() => store().write(anOrigin(), db => { insertPatient(db, bea); db.audit(audited(ada)) })).toThrow(/patient/)
    expect(count('patient')).toBe(1)
  })

  test('of a row below the audited record is covered by it', () => {
    saved()
    store().write(anOrigin(), db => { insertPhone(db, plainId('telecom', 21), ada); db.audit(audited(ada, 'patient.phone-added')) })
    expect(() => store().write(anOrigin(), db => { insertPhone(db, plainId('telecom', 22), ada) })).toThrow(UnauditedChangeError)
    expect(() => store().write(anOrigin(), db => { insertPhone(db, plainId('telecom', 23), ada); db.audit(audited(bea)) })).toThrow(UnauditedChangeError)
  })

  test('leaves the version and the hash of the new state in the history', () => {
    saved()
    const first = store().read(db => db.get(sql`SELECT * FROM audit_record`))
    expect(first).toMatchObject({ audit_seq: 1, entity: 'patient', entity_id: ada, version: 1 })
    store().write(anOrigin(), db => { db.run(sql`UPDATE patient SET version = 2, mrn = '77' WHERE id = ${ada}`); db.audit(audited(ada, 'patient.corrected')) })
    const second = store().read(db => db.get(sql`SELECT * FROM audit_record WHERE audit_seq = 2`))
    expect(second?.['version']).toBe(2)
    expect(second?.['hash']).not.toBe(first?.['hash'])
  })

  test('of drafts, preferences and outcomes needs no entry', () => {
    saved()
    store().write(anOrigin(), db => { db.run(sql`INSERT INTO command (command_id, channel, at) VALUES ('x', 'y', 'z')`) })
    expect(count('audit')).toBe(1)
  })
})

describe('a record', () => {
  beforeEach(() => { saved() })

  test('is never deleted', () => {
    expect(() => store().write(anOrigin(), db => { db.run(sql`DELETE FROM patient WHERE id = ${ada}`); db.audit(audited(ada)) })).toThrow(/never deleted/)
    expect(count('patient')).toBe(1)
  })

  test('is not replaced by another one behind the back of the triggers', () => {
    const replace = () => store().write(anOrigin(), db => {
      db.run(sql`INSERT OR REPLACE INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at) VALUES (${ada}, 1, 'X', 'X', 'unknown', 'unknown', 'a', 'a')`)
      db.audit(audited(ada))
    })
    expect(replace).toThrow(/never deleted/)
  })

  test('keeps its id', () => {
    expect(() => store().write(anOrigin(), db => { db.run(sql`UPDATE patient SET id = ${bea} WHERE id = ${ada}`); db.audit(audited(ada)) })).toThrow(/keeps its id/)
  })
})

describe('the history', () => {
  beforeEach(() => { saved() })

  test('cannot be changed or deleted through the door', () => {
    expect(() => store().write(anOrigin(), db => { db.run(sql`UPDATE audit SET action = 'nothing'`) })).toThrow(/append-only/)
    expect(() => store().write(anOrigin(), db => { db.run(sql`DELETE FROM audit`) })).toThrow(/append-only/)
    expect(() => store().write(anOrigin(), db => { db.run(sql`UPDATE audit_record SET hash = ''`) })).toThrow(/append-only/)
    expect(() => store().write(anOrigin(), db => { db.run(sql`DELETE FROM audit_record`) })).toThrow(/append-only/)
  })

  test('notes what was only looked at', () => {
    store().recordRead(anOrigin({ role: 'lead' }), { action: 'patient.opened', entity: 'patient', entityId: ada, patientId: ada })
    expect(store().read(db => db.get(sql`SELECT action, role, actor_id, patient_id FROM audit WHERE seq = 2`))).toEqual({
      action: 'patient.opened', role: 'lead', actor_id: plainId('person', 1), patient_id: ada,
    })
  })
})

describe('the door', () => {
  test('opens once at a time', () => {
    expect(() => store().write(anOrigin(), () => store().write(anOrigin(), () => 1))).toThrow(/inside a write/)
    expect(store().write(anOrigin(), () => 1)).toBe(1)
  })

  test('does not wait for a promise, and nothing of it is saved', () => {
    expect(() => store().write(anOrigin(), async db => { insertPatient(db, ada); db.audit(audited(ada)); await Promise.resolve() })).toThrow(/cannot wait/)
    expect(count('patient')).toBe(0)
  })

  test('is shut after the transaction has ended', () => {
    const kept = store().write(anOrigin(), db => db)
    expect(() => kept.run(sql`SELECT 1`)).toThrow(/has ended/)
  })

  test('lets no change through a read', () => {
    saved()
    expect(() => store().read(db => db.get(sql`UPDATE patient SET version = 9 RETURNING id`))).toThrow(/may not change/)
    expect(store().read(db => db.get(sql`SELECT version FROM patient`))?.['version']).toBe(1)
  })

  test('keeps the outcome of a command in the same transaction', () => {
    const commandId = plainId('command', 5)
    expect(store().findCommand(commandId)).toBeNull()
    const failing = () => store().write(anOrigin({ commandId, channel: 'patients.add' }), db => { insertPatient(db, ada); db.audit(audited(ada)); throw new Error('stop') })
    expect(failing).toThrow('stop')
    expect(store().findCommand(commandId)).toBeNull()
    store().write(anOrigin({ commandId, channel: 'patients.add' }), db => { insertPatient(db, ada); db.audit(audited(ada)); return { id: ada } })
    expect(store().findCommand(commandId)).toEqual({ channel: 'patients.add', actorId: plainId('person', 1), at: '2026-11-22T16:20:00.000Z', outcome: { id: ada } })
  })
})

describe('a bound value', () => {
  test('is stored as what it is: whole numbers as integers, flags as 0 and 1', () => {
    const row = store().read(db => db.get(sql`SELECT typeof(${2}) a, typeof(${2.5}) b, typeof(${true}) c, ${true} d, typeof(${null}) e, ${'x'} f`))
    expect(row).toEqual({ a: 'integer', b: 'real', c: 'integer', d: 1, e: 'null', f: 'x' })
  })

  test('is never read as SQL', () => {
    const nasty = "'; DROP TABLE patient; --"
    expect(store().read(db => db.get(sql`SELECT ${nasty} AS x, ${sql.join([sql`${1}`, sql`${2}`])}`))).toMatchObject({ x: nasty })
    expect(store().read(db => db.all(sql`SELECT id FROM patient WHERE id IN ${sql.list([])} OR id IN ${sql.list([ada, bea])}`))).toEqual([])
  })
})
