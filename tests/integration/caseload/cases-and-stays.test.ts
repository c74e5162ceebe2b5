import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { CaseFields } from '#shared/model/case.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { aStay, move, status } from '#tests/builders/a-stay.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore
let patientId: PatientId
beforeEach(async () => {
  core = await testCore()
  patientId = (await core.call('patients.create', { fields: aPatient(), keepApartFrom: [] })).patientId
})
afterEach(async () => { await core.close() })

const open = async (fields: Partial<CaseFields> = {}): Promise<CaseId> =>
  (await core.call('cases.open', { patientId, fields: aCase(fields), openedOn: plainDate('2026-11-20'), stayId: 'none' })).caseId
const actions = () => core.audit().map(row => row['action'])
const shapeOf = async (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.shape : error))
const summary = (caseId: CaseId) => core.deps.store.read(db => db.get(sql`SELECT * FROM case_summary WHERE case_id = ${caseId}`))

describe('the life of a case', () => {
  test('opened with DRG 291 and an inpatient stay it is at day 2 of 3.8, on screen and on lists', async () => {
    const { stayId } = await core.call('stays.record', { patientId, caseId: 'none', fields: aStay({ unitMoves: [move('2026-11-20T14:00:00.000Z', { unitId: core.units.medical, unitName: 'unknown' })] }) })
    const { caseId } = await core.call('cases.open', { patientId, fields: aCase({ drgCode: '291', caseManagerId: core.people['case-manager'] }), openedOn: plainDate('2026-11-20'), stayId })
    const view = await core.call('cases.get', { caseId })
    expect(view.los).toMatchObject({ state: 'counted', midnights: 2, discharged: false, varianceDays: -1.8, expected: { kind: 'gmlos', days: 3.8, fiscalYear: 2027, drgCode: '291' } })
    expect(view).toMatchObject({ unitName: 'Medical', bed: '12', payer: { name: 'Medicare' }, patient: { ageYears: 65 }, actions: ['edit', 'reassign', 'hold', 'close'] })
    expect(summary(caseId)).toMatchObject({ inpatient_from_on: '2026-11-20', expected_los_tenths: 38, expected_los_source: 'gmlos', unit_name: 'Medical', bed: '12', payer_name: 'Medicare', stay_status: 'inpatient' })
    expect(actions()).toEqual(expect.arrayContaining(['case.opened', 'stay.hung-on-case', 'case.viewed', 'reference.drg-table-loaded']))
  })

  test('a discharge before 1 October 2026 has no figure of FY2027, on screen and on lists', async () => {
    const { stayId } = await core.call('stays.record', {
      patientId, caseId: 'none', fields: aStay({ statusChanges: [status('inpatient', '2026-09-26T14:00:00.000Z'), status('discharged', '2026-09-30T14:00:00.000Z')], disposition: 'home' }),
    })
    const { caseId } = await core.call('cases.open', { patientId, fields: aCase({ drgCode: '291' }), openedOn: plainDate('2026-09-26'), stayId })
    expect((await core.call('cases.get', { caseId })).los).toMatchObject({ midnights: 4, discharged: true, varianceDays: 'unknown', expected: { kind: 'no-table', fiscalYear: 2026 } })
    expect(summary(caseId)).toMatchObject({ expected_los_tenths: null, discharged_on: '2026-09-30' })
  })

  test('"not assigned yet" is normal, and a typed goal stands in', async () => {
    const caseId = await open()
    expect((await core.call('cases.get', { caseId })).los).toMatchObject({ state: 'not-inpatient', expected: { kind: 'not-assigned' } })
    await core.call('cases.edit', { caseId, expectedVersion: 1, fields: aCase({ goalLosDays: 2.5 }) })
    expect((await core.call('cases.get', { caseId })).los).toMatchObject({ expected: { kind: 'goal', days: 2.5 } })
    expect(summary(caseId)).toMatchObject({ expected_los_tenths: 25, expected_los_source: 'goal' })
  })

  test('an edit keeps what was and what became of it, in words', async () => {
    const caseId = await open()
    await core.call('cases.edit', { caseId, expectedVersion: 1, fields: aCase({ risk: 'high', unitId: core.units.icu, drgCode: '291' }) })
    const { history } = await core.call('cases.get', { caseId })
    expect(history.map(event => event.kind)).toEqual(['edited', 'opened'])
    expect(history[0]?.changes).toEqual([
      { field: 'Unit', from: 'Not known', to: 'ICU' }, { field: 'Working MS-DRG', from: 'Not assigned yet', to: '291' }, { field: 'Risk', from: 'Not known', to: 'High' },
    ])
    expect(summary(caseId)).toMatchObject({ risk_rank: 3, unit_name: 'ICU' })
  })

  test('held, resumed, reassigned, closed and reopened: all of it stays in the history', async () => {
    const caseId = await open()
    await core.call('cases.hold', { caseId, expectedVersion: 1, reason: 'Waiting for the family' })
    await core.call('cases.resume', { caseId, expectedVersion: 2, reason: 'none' })
    await core.call('cases.reassign', { caseId, expectedVersion: 3, caseManagerId: core.people.lead, reason: 'Vacation' })
    await core.call('cases.close', { caseId, expectedVersion: 4, closeReason: 'discharged', closedOn: plainDate('2026-11-22'), note: 'none' })
    expect(await core.call('cases.get', { caseId })).toMatchObject({ case: { status: 'closed', closeReason: 'discharged', closedOn: '2026-11-22' }, actions: ['reopen'] })
    await core.call('cases.reopen', { caseId, expectedVersion: 5, reason: 'Came back' })
    const { case: found, history } = await core.call('cases.get', { caseId })
    expect(found).toMatchObject({ status: 'open', closeReason: 'none', closedOn: 'open', version: 6, caseManagerId: core.people.lead })
    expect(history.map(event => event.kind)).toEqual(['reopened', 'closed', 'reassigned', 'resumed', 'held', 'opened'])
    expect(history[0]).toMatchObject({ reason: 'Came back', changes: [{ from: 'Closed: Discharged, 2026-11-22', to: 'Open' }] })
    expect(actions()).toEqual(expect.arrayContaining(['case.held', 'case.resumed', 'case.reassigned', 'case.closed', 'case.reopened']))
  })

  test('a closed case is not edited, a stale version is a conflict, a day before the opening is refused', async () => {
    const caseId = await open()
    expect(await shapeOf(core.call('cases.close', { caseId, expectedVersion: 1, closeReason: 'other', closedOn: plainDate('2026-11-19'), note: 'none' }))).toMatchObject({ code: 'validation' })
    expect(await shapeOf(core.call('cases.edit', { caseId, expectedVersion: 9, fields: aCase() }))).toMatchObject({ code: 'conflict', latestVersion: 1 })
    await core.call('cases.close', { caseId, expectedVersion: 1, closeReason: 'other', closedOn: plainDate('2026-11-22'), note: 'none' })
    expect(await shapeOf(core.call('cases.edit', { caseId, expectedVersion: 2, fields: aCase() }))).toMatchObject({ code: 'refused', message: 'This case is closed. Reopen it first.' })
  })

  test('nobody who carries no cases is put on one', async () => {
    expect(await shapeOf(core.call('cases.open', { patientId, fields: aCase({ caseManagerId: core.people.administrator }), openedOn: plainDate('2026-11-20'), stayId: 'none' })))
      .toMatchObject({ code: 'validation', fields: { 'fields.caseManagerId': 'This person cannot carry cases.' } })
    const { people } = await core.call('cases.choices', {})
    expect(people.map(person => person.role).sort()).toEqual(['care-manager', 'case-manager', 'lead', 'outpatient-case-manager'])
  })

  test('the same command id twice opens one case', async () => {
    const commandId = core.deps.ids.next('command')
    const input = { patientId, fields: aCase(), openedOn: plainDate('2026-11-20'), stayId: 'none' as const }
    const first = await core.call('cases.open', input, commandId)
    expect(await core.call('cases.open', input, commandId)).toEqual(first)
    expect(await core.call('cases.ofPatient', { patientId })).toHaveLength(1)
  })

  test('a sensitive case keeps its condition out of the filter', async () => {
    const caseId = await open({ reason: 'Alcohol withdrawal', sensitivity: 'substance-use' })
    expect(String(summary(caseId)?.['haystack'])).not.toContain('alcohol')
    expect(String(summary(caseId)?.['haystack'])).toContain('haddad')
  })
})

describe('stays', () => {
  test('observation, then inpatient, then home: the figures follow', async () => {
    const caseId = await open()
    const { stayId } = await core.call('stays.record', { patientId, caseId, fields: aStay({ statusChanges: [status('observation', '2026-11-20T01:15:00.000Z')] }) })
    expect((await core.call('cases.get', { caseId })).stay).toMatchObject({ figures: { observation: { minutes: 63 * 60 + 45, running: true }, inpatientMidnights: 'none' } })
    await core.call('stays.addStatusChange', { stayId, expectedVersion: 1, change: status('inpatient', '2026-11-20T14:00:00.000Z'), disposition: 'unknown' })
    expect((await core.call('cases.get', { caseId })).stay).toMatchObject({ figures: { observation: { minutes: 765, midnights: 1, running: false }, inpatientMidnights: 2, hospitalMidnights: 3 } })
    await core.call('stays.addStatusChange', { stayId, expectedVersion: 2, change: status('discharged', '2026-11-22T15:00:00.000Z'), disposition: 'home-health' })
    expect((await core.call('cases.get', { caseId })).stay).toMatchObject({ stay: { status: 'discharged', disposition: 'home-health', endedAt: '2026-11-22T15:00:00.000Z' } })
    expect(summary(caseId)).toMatchObject({ stay_status: 'discharged', discharged_on: '2026-11-22', inpatient_from_on: '2026-11-20' })
    expect(actions()).toEqual(expect.arrayContaining(['stay.recorded', 'stay.status-changed']))
  })

  test('a move changes the bed on lists; a discharge gives the case back to its unit', async () => {
    const caseId = await open({ unitId: core.units.clinic })
    const { stayId } = await core.call('stays.record', { patientId, caseId, fields: aStay() })
    await core.call('stays.addUnitMove', { stayId, expectedVersion: 1, move: move('2026-11-21T10:00:00.000Z', { unitId: core.units.icu, unitName: 'unknown', bed: '3' }) })
    expect(summary(caseId)).toMatchObject({ unit_name: 'ICU', bed: '3' })
    await core.call('stays.addStatusChange', { stayId, expectedVersion: 2, change: status('discharged', '2026-11-22T15:00:00.000Z'), disposition: 'home' })
    expect(summary(caseId)).toMatchObject({ unit_name: 'Clinic', bed: null })
  })

  test('a correction replaces moments, keeps the ids of what stays, and hangs the stay on another case', async () => {
    const [first, second] = [await open(), await open({ reason: 'Pneumonia' })]
    const { stayId } = await core.call('stays.record', { patientId, caseId: first, fields: aStay({ statusChanges: [status('observation', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-21T10:00:00.000Z')] }) })
    const ids = () => core.deps.store.read(db => db.all(sql`SELECT id FROM stay_status WHERE stay_id = ${stayId} AND removed_at IS NULL ORDER BY from_at`).map(row => row['id']))
    const before = ids()
    await core.call('stays.correct', { stayId, expectedVersion: 1, caseId: second, fields: aStay({ statusChanges: [status('observation', '2026-11-20T10:00:00.000Z'), status('inpatient', '2026-11-21T18:00:00.000Z')] }) })
    expect(ids()[0]).toBe(before[0])
    expect(ids()[1]).not.toBe(before[1])
    expect(summary(first)).toMatchObject({ stay_id: null })
    expect(summary(second)).toMatchObject({ stay_id: stayId, inpatient_from_on: '2026-11-21' })
  })

  test.each([
    ['a status in the future', { statusChanges: [status('inpatient', '2026-11-22T18:00:00.000Z')] }, 'fields.statusChanges.0'],
    ['a discharge as the beginning', { statusChanges: [status('discharged', '2026-11-20T18:00:00.000Z')] }, 'fields.statusChanges.0'],
    ['a move before the arrival', { unitMoves: [move('2026-11-19T18:00:00.000Z')] }, 'fields.unitMoves.0'],
  ])('%s is refused with its place named, and nothing is stored', async (_, wrong, path) => {
    expect(await shapeOf(core.call('stays.record', { patientId, caseId: 'none', fields: aStay(wrong) }))).toMatchObject({ code: 'validation', fields: { [path]: expect.any(String) } })
    expect(await core.call('stays.ofPatient', { patientId })).toEqual([])
  })

  test('a stay does not hang on the case of somebody else', async () => {
    const other = (await core.call('patients.create', { fields: aPatient({ mrn: 'X', familyName: 'Brandt' }), keepApartFrom: [] })).patientId
    const caseId = await open()
    expect(await shapeOf(core.call('stays.record', { patientId: other, caseId, fields: aStay() }))).toMatchObject({ code: 'not-found' })
  })
})

describe('reference tables', () => {
  const csv = 'MS-DRG,MS-DRG Title,Geometric mean LOS,Arithmetic mean LOS\n291,HEART FAILURE AND SHOCK WITH MCC,4.4,5.4\n'

  test('the FY2027 table is searched by words and number', async () => {
    const found = await core.call('reference.searchDrg', { text: 'heart failure', on: plainDate('2026-11-22') })
    expect(found).toMatchObject({ kind: 'found', table: { fiscalYear: 2027 }, drgs: expect.arrayContaining([expect.objectContaining({ code: '291', gmlosDays: 3.8 })]) })
    expect(await core.call('reference.searchDrg', { text: 'heart', on: plainDate('2026-09-30') })).toEqual({ kind: 'no-table', fiscalYear: 2026 })
    expect(await core.call('reference.drgTables', {})).toMatchObject([{ fiscalYear: 2027, rowCount: 766, loadedBy: 'shipped' }])
  })

  test('an imported year recounts the cases discharged in it and leaves the others', async () => {
    const { stayId } = await core.call('stays.record', { patientId, caseId: 'none', fields: aStay({ statusChanges: [status('inpatient', '2026-09-26T14:00:00.000Z'), status('discharged', '2026-09-30T14:00:00.000Z')] }) })
    const { caseId } = await core.call('cases.open', { patientId, fields: aCase({ drgCode: '291' }), openedOn: plainDate('2026-09-26'), stayId })
    const current = await open({ drgCode: '291' })
    expect(await core.asRole('lead').call('reference.importDrgTable', { fiscalYear: 2026, source: 'CMS FY2026 Table 5', csv })).toEqual({ fiscalYear: 2026, rowCount: 1, replaced: false, casesRecounted: 1 })
    expect(summary(caseId)).toMatchObject({ expected_los_tenths: 44, expected_los_source: 'gmlos' })
    expect(summary(current)).toMatchObject({ expected_los_tenths: 38 })
    expect((await core.asRole('case-manager').call('cases.get', { caseId })).los).toMatchObject({ expected: { kind: 'gmlos', days: 4.4, fiscalYear: 2026 } })
  })

  test('a file that makes no sense loads nothing and names the line', async () => {
    expect(await shapeOf(core.asRole('lead').call('reference.importDrgTable', { fiscalYear: 2026, source: 'x', csv: `${csv}292,X,9,1\n` }))).toMatchObject({ code: 'validation', fields: { csv: expect.stringContaining('Line 3') } })
    expect(await core.call('reference.drgTables', {})).toHaveLength(1)
  })

  test('a case manager may not import a table', async () => {
    expect(await core.reply('reference.importDrgTable', { fiscalYear: 2026, source: 'x', csv })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})

test('what a screen waits for is found by index', () => {
  const store = core.deps.store
  const explain = (query: ReturnType<typeof sql>) => store.read(db => db.all(query).map(row => String(row['detail'])).join('\n'))
  const id = patientId
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT id FROM patient WHERE mrn = ${'x'} COLLATE NOCASE`)).toContain('patient_by_mrn')
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT id FROM patient WHERE birth_date = ${'x'}`)).toContain('patient_by_birth')
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT id FROM stay WHERE case_id = ${id} AND status <> 'cancelled' AND removed_at IS NULL ORDER BY ended_at IS NOT NULL, arrived_at DESC`)).toContain('stay_by_case')
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT at FROM audit WHERE patient_id = ${id} AND +actor_id = ${id} AND action = 'x' AND entity_id = ${id} ORDER BY seq DESC LIMIT 1`)).toContain('audit_by_patient')
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT id FROM case_event WHERE case_id = ${id} ORDER BY at DESC, id DESC LIMIT 200`)).toContain('case_event_by_case')
  expect(explain(sql`EXPLAIN QUERY PLAN SELECT id FROM timeline_entry WHERE case_id = ${id} AND kind = 'milestone' AND status = 'open' AND planned_on IS NOT NULL AND removed_at IS NULL ORDER BY planned_on, position LIMIT 1`)).toContain('timeline_entry_by_case')
})
