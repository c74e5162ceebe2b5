import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { PatientId } from '#shared/model/ids.ts'
import { sql } from '#electron/store/sql.ts'
import { type ImportCore, importCore } from './import-core.ts'

// A busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const zone = 'America/New_York'
const fixture = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../fixtures/interchange', name), 'utf8')
const monday = { 'census.csv': fixture('census-monday.csv') }
const tuesday = { 'census.csv': fixture('census-tuesday.csv') }

let core: ImportCore
beforeEach(async () => { core = await importCore({ today: '2026-11-23' }) })
afterEach(() => core.close())

describe('the first census', () => {
  test('guesses every column it can, reads the moment above the headers, and shows 25 new admits', async () => {
    const preview = await core.preview(monday)
    expect(preview.kind).toBe('census')
    expect(preview.states).toMatchObject({ new: 25, 'not-understood': 0 })
    expect(preview.newAdmits).toBe(25)
    expect(preview.sheet).toMatchObject({ mappingFrom: 'guessed', missing: [], asOfFrom: 'file', asOf: instantOfLocal(plainDate('2026-11-22'), '07:02', zone) })
    expect(preview.notUsed).toEqual([])
  })

  test('writes patient, stay, status, bed and payer, and every list says "as of 07:02"', async () => {
    const result = await core.import(monday)
    expect(result).toMatchObject({ imported: 25, crashed: 0, unaccounted: 0, resources: 25 })
    expect((await core.call('imports.censusAsOf', {})).asOf).toBe(instantOfLocal(plainDate('2026-11-22'), '07:02', zone))
    const [stay] = await core.call('stays.ofPatient', { patientId: patient('70011') })
    expect(stay?.stay).toMatchObject({ kind: 'hospital', status: 'observation', attending: 'Dr. Reyes' })
    expect(stay?.stay.unitMoves[0]).toMatchObject({ unitId: core.units.medical, bed: '401' })
    expect((await core.call('patients.get', { patientId: patient('70011') })).patient.coverages[0]).toMatchObject({ payerKind: 'medicare-advantage' })
  })

  test('imported again changes nothing, with parser and reader apart as in the product', async () => {
    await core.close()
    core = await importCore({ today: '2026-11-23', apart: true })
    await core.import(monday)
    const audited = core.audit().filter(row => String(row['action']).startsWith('patient.')).length
    const again = await core.import(monday)
    expect(again).toMatchObject({ imported: 0, unaccounted: 0, states: { new: 0, changed: 0, moved: 0, same: 25, gone: 0 } })
    expect(core.audit().filter(row => String(row['action']).startsWith('patient.'))).toHaveLength(audited)
  })

  test('opens a case for each new admit when asked', async () => {
    const preview = await core.preview(monday)
    expect((await core.run(preview, [], true)).casesOpened).toBe(25)
    const [opened] = await core.call('cases.ofPatient', { patientId: patient('70010') })
    expect(opened).toMatchObject({ status: 'open' })
  })
})

describe('the next morning', () => {
  beforeEach(async () => {
    await core.import(monday)
  })

  test('the mapping is remembered, so that two steps import 25 rows', async () => {
    expect((await core.preview(tuesday)).sheet).toMatchObject({ mappingFrom: 'remembered' })
  })

  test('new, moved, changed and gone are told apart, and a row with an impossible day is named', async () => {
    const preview = await core.preview(tuesday)
    expect(preview.states).toEqual({ new: 1, changed: 1, moved: 1, same: 21, gone: 2, 'not-understood': 1 })
    expect(preview.problems.map(problem => problem.sentence)).toEqual(['census.csv, row 27, birth-date: it has a date or time that does not exist; it was left out.'])
    const result = await core.run(preview)
    expect(result).toMatchObject({ resources: 25, imported: 3, unaccounted: 0, states: { gone: 2 } })
  })

  test('who vanished is asked about and never closed; one word ends the question', async () => {
    await core.import(tuesday)
    const { absences } = await core.call('imports.absences', {})
    expect(absences.map(each => each.mrn).toSorted()).toEqual(['70013', '70018'])
    const [first, second] = absences
    if (first === undefined || second === undefined) throw new Error('Two were expected.')
    expect((await core.call('stays.ofPatient', { patientId: first.patientId }))[0]?.stay.endedAt).toBe('ongoing')
    await core.call('imports.confirmAbsence', { absenceId: first.id, expectedStayVersion: first.stayVersion, resolution: 'still-here' })
    await core.call('imports.confirmAbsence', { absenceId: second.id, expectedStayVersion: second.stayVersion, resolution: 'discharged', at: second.firstMissingAt, disposition: 'home' })
    expect((await core.call('imports.absences', {})).absences).toEqual([])
    expect((await core.call('stays.ofPatient', { patientId: second.patientId }))[0]?.stay).toMatchObject({ status: 'discharged', disposition: 'home' })
  })

  test('somebody who is back on the census is no longer asked about', async () => {
    await core.import(tuesday)
    await core.import({ 'census.csv': monday['census.csv'].replace('11/22/2026 07:02', '11/23/2026 11:00') })
    expect((await core.call('imports.absences', {})).absences.map(each => each.mrn)).toEqual(['70098'])
  })

  test('an older census takes nobody for gone', async () => {
    await core.import(tuesday)
    const short = monday['census.csv'].split('\n').slice(0, 8).join('\n').replace('11/22/2026 07:02', '11/22/2026 19:00')
    const result = await core.import({ 'census.csv': short })
    expect(result.states.gone).toBe(0)
    expect(result.problems.map(problem => problem.sentence).join()).toContain('a newer census was imported before')
  })

  test('what a person typed is kept and shown as kept', async () => {
    const id = patient('70012')
    const { patient: before } = await core.call('patients.get', { patientId: id })
    const { id: _id, version, vital: _vital, mergedInto: _merged, ...fields } = before
    await core.call('patients.correct', { patientId: id, expectedVersion: version, keepApartFrom: [], fields: { ...fields, birthDate: plainDate('1939-03-04'), sex: 'female' } })
    const preview = await core.preview({ 'census.csv': tuesday['census.csv'].replace('03/03/1939,M', '03/03/1939,X') })
    const { rows } = await core.call('imports.previewRows', { previewId: preview.previewId, offset: 0, limit: 100, states: [], undecidedOnly: false })
    expect(rows.find(row => row.mrn === '70012')).toMatchObject({ state: 'same', duplicates: [], changes: [{ field: 'Sex', kept: true }, { field: 'Birth date', kept: true }] })
    await core.run(preview)
    expect((await core.call('patients.get', { patientId: id })).patient).toMatchObject({ birthDate: '1939-03-04', sex: 'female' })
  })

  test('a bed recorded after the census was taken stands', async () => {
    const id = patient('70014')
    const [view] = await core.call('stays.ofPatient', { patientId: id })
    if (view === undefined) throw new Error('A stay was expected.')
    const from = instantOfLocal(plainDate('2026-11-23'), '07:20', zone)
    await core.call('stays.addUnitMove', { stayId: view.stay.id, expectedVersion: view.stay.version, move: { unitId: core.units.icu, unitName: 'ICU', room: 'unknown', bed: '9', from } })
    await core.import(tuesday)
    expect((await core.call('stays.ofPatient', { patientId: id }))[0]?.stay.unitMoves.at(-1)).toMatchObject({ bed: '9' })
  })
})

describe('look-alikes', () => {
  const head = 'MRN,Last Name,First Name,DOB,Unit,Bed,Admit Date\n'

  test('the same MRN with another name waits for a choice; "same as" brings it into the record that is here', async () => {
    await core.import(monday)
    const preview = await core.preview({ 'c.csv': `${head}70010,Somebody,Else,05/05/1960,ICU,400,11/20/2026\n` })
    expect(preview.undecided).toBe(1)
    expect(preview.states.gone).toBeGreaterThan(0)
    const result = await core.run(preview, [{ key: 'row-2', choice: 'same-as', patientId: patient('70010') }])
    expect(result.states).toMatchObject({ new: 0 })
    expect(count()).toBe(25)
  })

  test('without a choice they come in apart and stay on the list of likely duplicates; "apart" takes them off it', async () => {
    await core.import(monday)
    const file = { 'c.csv': `${head}70010,Somebody,Else,05/05/1960,ICU,400,11/20/2026\n` }
    await core.import(file)
    expect(await core.call('patients.duplicatePairs', {})).toHaveLength(1)
    await core.import({ 'd.csv': `${head}70011,Another,One,05/06/1960,ICU,410,11/20/2026\n` })
    expect(await core.call('patients.duplicatePairs', {})).toHaveLength(2)
    const apart = await core.preview({ 'e.csv': `${head}70012,Third,Person,05/07/1960,ICU,411,11/20/2026\n` })
    await core.run(apart, [{ key: 'row-2', choice: 'apart' }])
    expect(await core.call('patients.duplicatePairs', {})).toHaveLength(2)
  })
})

describe('an own spreadsheet', () => {
  test('columns nobody can guess are asked for, then read as the person said', async () => {
    const preview = await core.preview({ 'mine.csv': 'Who,When born,Nr\n"Silva, Ana",1950-04-01,A-1\n' })
    expect(preview.sheet).toMatchObject({ missing: ['a column with the name', 'a column with the MRN or the birth date'] })
    const mapped = await core.call('imports.remap', { previewId: preview.previewId, mapping: ['full-name', 'birth-date', 'mrn'], as: 'list', asOf: 'as-found' })
    expect(mapped).toMatchObject({ kind: 'list', states: { new: 1, gone: 0 } })
    await core.run(mapped)
    expect((await core.preview({ 'mine.csv': 'Who,When born,Nr\n"Silva, Ana",1950-04-01,A-1\n' })).sheet).toMatchObject({ mappingFrom: 'remembered', missing: [] })
  })

  test('a death date shows the patient as died and waits for one confirmation', async () => {
    await core.import({ 'mine.csv': 'MRN,Name,DOB,Death date\nA-2,"Moss, Karl",1940-04-01,11/20/2026\n' })
    expect((await core.call('patients.get', { patientId: patient('A-2') })).patient.vital).toEqual({ state: 'died', on: '2026-11-20', confirmed: false })
  })

  test('a preview belongs to the person who made it and ends with the import', async () => {
    const preview = await core.preview(monday)
    await expect(core.asRole('lead').call('imports.run', { previewId: preview.previewId, choices: [], openCases: false })).rejects.toMatchObject({ shape: { code: 'not-found' } })
    await core.asRole('case-manager').call('imports.run', { previewId: preview.previewId, choices: [], openCases: false })
    await expect(core.run(preview)).rejects.toMatchObject({ shape: { code: 'not-found' } })
  })
})

function patient(mrn: string): PatientId {
  return PatientId.parse(core.deps.store.read(db => db.get(sql`SELECT id FROM patient WHERE mrn = ${mrn} ORDER BY id LIMIT 1`))?.['id'])
}

function count(): number {
  return Number(core.deps.store.read(db => db.get(sql`SELECT count(*) AS n FROM patient WHERE removed_at IS NULL`))?.['n'])
}
