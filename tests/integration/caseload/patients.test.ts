import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { areKeptApart } from '#electron/store/queries/patients/look-alikes.ts'
import { typedFieldsOf } from '#electron/store/queries/patients/save-patient.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient, aStranger } from '#tests/builders/a-patient.ts'
import { aStay } from '#tests/builders/a-stay.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore
beforeEach(async () => { core = await testCore() })
afterEach(async () => { await core.close() })

const create = async (fields = aPatient()): Promise<PatientId> => (await core.call('patients.create', { fields, keepApartFrom: [] })).patientId
const actions = () => core.audit().map(row => row['action'])
const codeOf = async (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.shape.code : error))

describe('adding and correcting', () => {
  test('what was typed is what is read, and both are in the history', async () => {
    const patientId = await create()
    const read = await core.call('patients.get', { patientId })
    expect(read.patient).toMatchObject(aPatient())
    expect(read).toMatchObject({ ageYears: 65, patient: { vital: { state: 'unknown' }, mergedInto: 'none', version: 1 } })
    expect(actions()).toEqual(expect.arrayContaining(['patient.created', 'patient.viewed']))
  })

  test('a stranger of whom only the family name is known can be added', async () => {
    const patientId = await create(aStranger())
    expect((await core.call('patients.get', { patientId })).patient).toMatchObject(aStranger())
    expect(core.deps.store.read(db => db.get(sql`SELECT mrn, birth_date AS b FROM patient WHERE id = ${patientId}`))).toMatchObject({ mrn: null, b: null })
  })

  test('looking again within ten minutes is the same look, later it is another', async () => {
    const patientId = await create()
    for (let look = 0; look < 3; look++) await core.call('patients.get', { patientId })
    expect(actions().filter(action => action === 'patient.viewed')).toHaveLength(1)
    core.clock.pass(11 * 60_000)
    await core.call('patients.get', { patientId })
    expect(actions().filter(action => action === 'patient.viewed')).toHaveLength(2)
  })

  test('a correction raises the version, remembers the typed fields and leaves untouched lists alone', async () => {
    const patientId = await create()
    const phones = () => core.deps.store.read(db => db.all(sql`SELECT id FROM patient_telecom WHERE patient_id = ${patientId}`))
    const before = phones()
    await core.call('patients.correct', { patientId, expectedVersion: 1, fields: aPatient({ language: 'Arabic' }), keepApartFrom: [] })
    expect(phones()).toEqual(before)
    expect((await core.call('patients.get', { patientId })).patient).toMatchObject({ version: 2, language: 'Arabic' })
    await core.call('patients.correct', { patientId, expectedVersion: 2, fields: aPatient({ language: 'Arabic', telecoms: [] }), keepApartFrom: [] })
    expect((await core.call('patients.get', { patientId })).patient.telecoms).toEqual([])
    expect(phones()).toEqual(before)
  })

  test('a stale version is a conflict and changes nothing', async () => {
    const patientId = await create()
    await core.call('patients.correct', { patientId, expectedVersion: 1, fields: aPatient({ language: 'Arabic' }), keepApartFrom: [] })
    expect(await codeOf(core.call('patients.correct', { patientId, expectedVersion: 1, fields: aPatient({ language: 'French' }), keepApartFrom: [] }))).toBe('conflict')
    expect((await core.call('patients.get', { patientId })).patient.language).toBe('Arabic')
  })

  test('a birth date in the future is refused with the field named', async () => {
    await expect(core.call('patients.create', { fields: aPatient({ birthDate: plainDate('2026-11-23') }), keepApartFrom: [] })).rejects.toMatchObject({ shape: { code: 'validation', fields: { 'fields.birthDate': expect.any(String) } } })
  })

  test('a new patient is found by name, MRN and a piece of it', async () => {
    await create()
    for (const text of ['hadd', 'nadia', 'T1002', '0200']) expect(await core.call('search.patients', { text })).toHaveLength(1)
  })

  test('who may not write is refused, an administrator sees nobody', async () => {
    const patientId = await create()
    expect(await core.asRole('physician-advisor').reply('patients.create', { fields: aPatient(), keepApartFrom: [] })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(await core.asRole('administrator').reply('patients.get', { patientId })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

describe('duplicates', () => {
  test('a look-alike must be looked at first; kept apart, it is not offered again', async () => {
    const first = await create()
    const twin = aPatient({ mrn: 'T9', givenNames: 'Nadia M.' })
    expect(await codeOf(core.call('patients.create', { fields: twin, keepApartFrom: [] }))).toBe('refused')
    const found = await core.call('patients.findDuplicates', { mrn: twin.mrn, familyName: twin.familyName, givenNames: twin.givenNames, birthDate: twin.birthDate, except: 'none' })
    expect(found).toMatchObject([{ reasons: ['same-name-and-birth-date'], other: { patient: { id: first } } }])
    const { patientId } = await core.call('patients.create', { fields: twin, keepApartFrom: [first] })
    expect(await core.call('patients.duplicatePairs', {})).toEqual([])
    await core.call('patients.correct', { patientId, expectedVersion: 1, fields: { ...twin, givenNames: 'Nadia Mary' }, keepApartFrom: [] })
  })

  test('pairs nobody decided on are listed until a person keeps them apart', async () => {
    const one = await create(aPatient({ mrn: 'A1' }))
    const other = await create(aPatient({ mrn: 'B1', familyName: 'Brandt' }))
    core.deps.store.write(core.context(), db => {
      db.run(sql`UPDATE patient SET mrn = 'a1', version = version + 1 WHERE id = ${other}`)
      db.audit({ action: 'patient.corrected', entity: 'patient', entityId: other, patientId: other })
    })
    expect(await core.call('patients.duplicatePairs', {})).toMatchObject([{ reasons: ['same-mrn'] }])
    await core.call('patients.keepApart', { patientId: one, otherPatientId: other })
    expect(await core.call('patients.duplicatePairs', {})).toEqual([])
  })
})

describe('merging', () => {
  async function twoRecords() {
    const keep = await create(aPatient({ language: 'unknown' }))
    const away = await create(aPatient({ mrn: 'Z77', familyName: 'Hadad', language: 'Arabic', telecoms: [{ kind: 'phone', use: 'home', value: '555-0134' }, { kind: 'phone', use: 'work', value: '555-0199' }] }))
    const { caseId } = await core.call('cases.open', { patientId: away, fields: aCase(), openedOn: plainDate('2026-11-20'), stayId: 'none' })
    await core.call('stays.record', { patientId: away, caseId, fields: aStay() })
    return { keep, away, caseId }
  }

  test('moves cases, stays and numbers, fills what was unknown, and the old record answers with the new one', async () => {
    const { keep, away, caseId } = await twoRecords()
    await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: [] })
    const { patient, merges } = await core.call('patients.get', { patientId: away })
    expect(patient).toMatchObject({ id: keep, mrn: 'T100200', familyName: 'Haddad', language: 'Arabic' })
    expect(patient.telecoms.map(each => each.value)).toEqual(['555-0134', '555-0199'])
    expect(merges).toMatchObject([{ mergedPatientId: away, undoable: true }])
    expect(await core.call('cases.ofPatient', { patientId: keep })).toMatchObject([{ caseId }])
    expect(await core.call('stays.ofPatient', { patientId: keep })).toHaveLength(1)
    expect(await core.call('search.patients', { text: 'hadad' })).toEqual([])
    expect((await core.call('cases.get', { caseId })).patient.familyName).toBe('Haddad')
    expect(actions()).toEqual(expect.arrayContaining(['patient.merged', 'patient.merged-away']))
  })

  test('takes over the fields a person picked', async () => {
    const { keep, away } = await twoRecords()
    await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: ['mrn', 'familyName'] })
    expect((await core.call('patients.get', { patientId: keep })).patient).toMatchObject({ mrn: 'Z77', familyName: 'Hadad' })
  })

  test('taken back, both stand as before and are kept apart', async () => {
    const { keep, away, caseId } = await twoRecords()
    const { mergeId } = await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: ['mrn'] })
    await core.call('patients.undoMerge', { mergeId })
    expect((await core.call('patients.get', { patientId: keep })).patient).toMatchObject({ id: keep, mrn: 'T100200', language: 'unknown', telecoms: [{ value: '555-0134' }] })
    expect((await core.call('patients.get', { patientId: away })).patient).toMatchObject({ id: away, mrn: 'Z77', telecoms: [{ value: '555-0134' }, { value: '555-0199' }] })
    expect(await core.call('cases.ofPatient', { patientId: away })).toMatchObject([{ caseId }])
    expect(await core.call('patients.duplicatePairs', {})).toEqual([])
    expect(await codeOf(core.call('patients.undoMerge', { mergeId }))).toBe('not-found')
  })

  test('the MRN that was not taken still finds the record, and a second patient of that number is noticed', async () => {
    const { keep, away } = await twoRecords()
    const { mergeId } = await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: [] })
    expect((await core.call('search.patients', { text: 'Z77' })).map(hit => hit.patientId)).toEqual([keep])
    expect(await core.call('patients.findDuplicates', { mrn: 'z77', familyName: 'Hadad', givenNames: 'N', birthDate: 'unknown', except: 'none' })).toMatchObject([{ reasons: ['same-mrn'], other: { patient: { id: keep } } }])
    await core.call('patients.undoMerge', { mergeId })
    expect((await core.call('search.patients', { text: 'Z77' })).map(hit => hit.patientId)).toEqual([away])
    expect((await core.call('patients.get', { patientId: keep })).patient.identifiers).toEqual([])
  })

  test('a death is never lost: alive and confirmed dead is dead, to be confirmed; taken back, everybody says again what they said', async () => {
    const { keep, away } = await twoRecords()
    await vitalByImport(keep, 'no')
    await core.asRole('lead').call('patients.confirmDeath', { patientId: away, expectedVersion: 1, on: plainDate('2026-11-21') })
    const { mergeId } = await core.asRole('case-manager').call('patients.merge', { keepPatientId: keep, keepVersion: 2, mergePatientId: away, mergeVersion: 2, take: [] })
    expect((await core.call('patients.get', { patientId: keep })).patient.vital).toEqual({ state: 'died', on: '2026-11-21', confirmed: false })
    await core.call('patients.undoMerge', { mergeId })
    expect((await core.call('patients.get', { patientId: keep })).patient.vital).toEqual({ state: 'alive' })
    expect(typedOf(keep)).not.toContain('vital')
  })

  test('a death the person picks stays confirmed by who confirmed it', async () => {
    const { keep, away } = await twoRecords()
    await vitalByImport(keep, 'no')
    await core.asRole('lead').call('patients.confirmDeath', { patientId: away, expectedVersion: 1, on: 'unknown' })
    await core.asRole('case-manager').call('patients.merge', { keepPatientId: keep, keepVersion: 2, mergePatientId: away, mergeVersion: 2, take: ['vital'] })
    expect(await core.call('patients.get', { patientId: keep })).toMatchObject({ patient: { vital: { state: 'died', confirmed: true } }, deathConfirmedBy: expect.stringMatching(/lead/i) })
  })

  test('what a person picked counts as typed, so that no import changes it back', async () => {
    const { keep, away } = await twoRecords()
    core.deps.store.write(core.context(), db => {
      db.run(sql`UPDATE patient SET typed_fields = '[]', version = version + 1`)
      for (const id of [keep, away]) db.audit({ action: 'test.imported', entity: 'patient', entityId: id, patientId: id })
    })
    await core.call('patients.merge', { keepPatientId: keep, keepVersion: 2, mergePatientId: away, mergeVersion: 2, take: ['familyName'] })
    expect(typedOf(keep)).toEqual(['familyName'])
  })

  test('whom the merged record was kept apart from, the kept one is kept apart from too', async () => {
    const { keep, away } = await twoRecords()
    const third = await create(aPatient({ mrn: 'X3', familyName: 'Other', birthDate: plainDate('1950-01-01') }))
    await core.call('patients.keepApart', { patientId: away, otherPatientId: third })
    await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: [] })
    expect(core.deps.store.read(db => areKeptApart(db, keep, third))).toBe(true)
  })

  test('cannot be taken back once the kept record was corrected', async () => {
    const { keep, away } = await twoRecords()
    const { mergeId, version } = await core.call('patients.merge', { keepPatientId: keep, keepVersion: 1, mergePatientId: away, mergeVersion: 1, take: [] })
    const { patient } = await core.call('patients.get', { patientId: keep })
    const { id: _i, version: _v, vital: _d, mergedInto: _m, ...fields } = patient
    await core.call('patients.correct', { patientId: keep, expectedVersion: version, fields: { ...fields, prefix: 'Dr' }, keepApartFrom: [] })
    expect(await codeOf(core.call('patients.undoMerge', { mergeId }))).toBe('refused')
    expect((await core.call('patients.get', { patientId: keep })).merges).toMatchObject([{ undoable: false }])
  })
})

describe('death', () => {
  test('confirmed it shows everywhere and says who confirmed it; withdrawn it is gone', async () => {
    const patientId = await create()
    const { caseId } = await core.call('cases.open', { patientId, fields: aCase(), openedOn: plainDate('2026-11-20'), stayId: 'none' })
    await core.call('patients.confirmDeath', { patientId, expectedVersion: 1, on: plainDate('2026-11-21') })
    const { patient, deathConfirmedBy } = await core.call('patients.get', { patientId })
    expect(patient.vital).toEqual({ state: 'died', on: '2026-11-21', confirmed: true })
    expect(deathConfirmedBy).not.toBe('nobody')
    expect(core.deps.store.read(db => db.get(sql`SELECT deceased FROM case_summary WHERE case_id = ${caseId}`))).toEqual({ deceased: 'yes' })
    await core.call('patients.withdrawDeath', { patientId, expectedVersion: 2, state: 'alive' })
    expect((await core.call('patients.get', { patientId })).patient.vital).toEqual({ state: 'alive' })
    expect(actions()).toEqual(expect.arrayContaining(['patient.death-confirmed', 'patient.death-withdrawn']))
  })

  test('a day of death in the future is refused', async () => {
    const patientId = await create()
    expect(await codeOf(core.call('patients.confirmDeath', { patientId, expectedVersion: 1, on: plainDate('2026-11-23') }))).toBe('validation')
  })
})

const typedOf = (id: PatientId) => core.deps.store.read(db => typedFieldsOf(db, id))

/** Life or death as a file tells of it: nobody typed it. */
const vitalByImport = async (id: PatientId, deceased: 'yes' | 'no') => {
  core.deps.store.write(core.context(), db => {
    db.run(sql`UPDATE patient SET deceased = ${deceased}, version = version + 1 WHERE id = ${id}`)
    db.audit({ action: 'patient.import-updated', entity: 'patient', entityId: id, patientId: id })
  })
}
