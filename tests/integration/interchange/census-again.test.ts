import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { aStay } from '#tests/builders/a-stay.ts'
import { aCensus, openCaseIdOf, patientByMrn } from './a-census.ts'
import { type ImportCore, importCore } from './import-core.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const zone = 'America/New_York'
const at = (day: string, time: string) => instantOfLocal(plainDate(day), time, zone)
let core: ImportCore
beforeEach(async () => { core = await importCore({ today: '2026-11-23' }) })
afterEach(() => core.close())

const head = 'MRN,Name,DOB,Unit,Bed,Patient Class,Admit Date'
const ana = '"Silva, Ana",04/01/1950'
const census = (asOf: string, ...rows: readonly string[]) => ({ 'census.csv': aCensus(asOf, head, ...rows) })
const list = (...lines: readonly string[]) => ({ 'mine.csv': [...lines, ''].join('\n') })
const stays = async (mrn: string) => (await core.call('stays.ofPatient', { patientId: patientByMrn(core, mrn) })).map(({ stay }) => stay)
const onlyStay = async (mrn: string) => {
  const [stay, ...others] = await stays(mrn)
  if (stay === undefined || others.length > 0) throw new Error('One stay was expected.')
  return stay
}
const absent = async () => (await core.call('imports.absences', {})).absences

describe('the same row again', () => {
  test.each([
    ['an outpatient without a visit number', 'MRN,Name,DOB,Class,Admit Date', `A-1,${ana},OP,11/20/2026 09:00`, 1],
    ['a stay that is over', 'MRN,Name,DOB,Admit Date,Discharge Date', `A-1,${ana},11/10/2026,11/14/2026`, 1],
    ['a visit on the day it began', 'MRN,Name,DOB,Admit Date,Discharge Date', `A-1,${ana},11/20/2026 14:00,11/20/2026`, 1],
    ['somebody discharged on a day nobody tells', 'MRN,Name,DOB,Status', `A-1,${ana},Discharged`, 0],
  ])('%s is one stay however often it comes', async (_name, headers, line, count) => {
    const first = await core.import(list(headers, line))
    expect(await core.import(list(headers, line))).toMatchObject({ states: { new: 0, changed: 0, moved: 0, same: 1 } })
    expect(await stays('A-1')).toHaveLength(count)
    expect(first.problems.map(problem => problem.sentence).join()).toContain(count === 0 ? 'says discharged and not when' : '')
  })

  test('an outpatient every morning is one stay', async () => {
    for (const day of ['21', '22', '23']) await core.import(census(`11/${day}/2026 07:02`, `A-1,${ana},Clinic,,OP,`))
    expect(await onlyStay('A-1')).toMatchObject({ kind: 'outpatient' })
  })

  test('a stay of October stays beside the one that goes on', async () => {
    await core.import(census('11/21/2026 07:02', `A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`))
    await core.import(list('MRN,Name,DOB,Admit Date,Discharge Date', `A-1,${ana},10/01/2026,10/05/2026`))
    expect((await stays('A-1')).map(stay => stay.endedAt === 'ongoing')).toEqual([true, false])
  })
})

describe('a class that comes later', () => {
  beforeEach(async () => {
    await core.import({ 'a.csv': aCensus('11/21/2026 07:02', 'MRN,Name,DOB,Unit,Bed,Admit Date', `A-1,${ana},ICU,4,11/20/2026 08:00`, '"A-2","Brandt, Jo",05/01/1950,ICU,5,11/20/2026 08:00') })
    await core.import(census('11/22/2026 07:02', `A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`, 'A-2,"Brandt, Jo",05/01/1950,ICU,5,ED,11/20/2026 08:00'))
  })

  test('is taken, and who vanishes can be discharged', async () => {
    expect((await onlyStay('A-1')).statusChanges.map(change => change.status)).toEqual(['in-care', 'inpatient'])
    await core.import(census('11/23/2026 07:02', 'A-2,"Brandt, Jo",05/01/1950,ICU,5,ED,11/20/2026 08:00'))
    const [gone] = await absent()
    if (gone === undefined) throw new Error('Somebody was expected to be missing.')
    await core.call('imports.confirmAbsence', { absenceId: gone.id, expectedStayVersion: gone.stayVersion, resolution: 'discharged', at: gone.firstMissingAt, disposition: 'home' })
    expect(await onlyStay('A-1')).toMatchObject({ status: 'discharged' })
  })
})

test('what a person changed since the last census stands until the census says something new', async () => {
  await core.import(census('11/22/2026 07:02', `A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`))
  const before = await onlyStay('A-1')
  const step = await core.call('stays.addStatusChange', { stayId: before.id, expectedVersion: before.version, change: { status: 'observation', from: at('2026-11-22', '16:00') }, disposition: 'unknown' })
  await core.call('stays.addUnitMove', { stayId: before.id, expectedVersion: step.version, move: { unitId: core.units.icu, unitName: 'ICU', room: 'unknown', bed: '9', from: at('2026-11-23', '06:50') } })
  const preview = await core.preview(census('11/23/2026 07:02', `A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`))
  expect(preview.states).toMatchObject({ same: 1, moved: 0, changed: 0 })
  await core.run(preview)
  expect(await onlyStay('A-1')).toMatchObject({ status: 'observation', unitMoves: [{ bed: '4' }, { bed: '9' }] })
  await core.import(census('11/23/2026 11:00', `A-1,${ana},ICU,6,Inpatient,11/20/2026 08:00`))
  expect((await onlyStay('A-1')).unitMoves.at(-1)).toMatchObject({ bed: '6' })
})

describe('nobody is taken for gone', () => {
  const both = [`A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`, 'A-2,"Brandt, Jo",05/01/1950,ICU,5,Inpatient,11/20/2026 08:00'] as const
  beforeEach(async () => { await core.import(census('11/22/2026 07:02', ...both)) })

  test('whose row is faulty but tells the MRN', async () => {
    await core.import(census('11/23/2026 07:02', both[0], 'A-2,"Brandt, Jo",02/30/1950,ICU,5,Inpatient,11/20/2026 08:00'))
    expect(await absent()).toEqual([])
  })

  test('on the unit of a row nobody can tell apart, and a sentence says so', async () => {
    const result = await core.import(census('11/23/2026 07:02', both[0], ',"Brandt, Jo",02/30/1950,ICU,5,Inpatient,11/20/2026 08:00'))
    expect(await absent()).toEqual([])
    expect(result.problems.map(problem => problem.sentence).join()).toContain('nobody of ICU was taken for gone')
  })
})

test('a ward that emptied is asked about by a census that named it before; the list of one ward asks about its own', async () => {
  const [icu, medical] = [`A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`, 'A-2,"Brandt, Jo",05/01/1950,Medical,5,Inpatient,11/20/2026 08:00']
  const surgical = 'A-3,"Castel, Al",06/01/1950,Surgical,6,Inpatient,11/20/2026 08:00'
  await core.import(census('11/22/2026 07:02', icu, medical, surgical))
  await core.import(census('11/23/2026 07:02', icu, surgical))
  expect((await absent()).map(each => each.mrn)).toEqual(['A-2'])
  await core.import(census('11/23/2026 08:00', icu))
  expect((await absent()).map(each => each.mrn)).toEqual(['A-2'])
})

test('a census of the whole house asks about a stay by hand that has no place', async () => {
  const { patientId } = await core.call('patients.create', { fields: aPatient(), keepApartFrom: [] })
  await core.call('stays.record', { patientId, caseId: 'none', fields: aStay() })
  const row = (mrn: string, unit: string) => `${mrn},"Person, ${mrn}",05/01/19${mrn.slice(-2)},${unit},5,Inpatient,11/20/2026 08:00`
  await core.import(census('11/22/2026 07:02', row('B-50', 'ICU')))
  expect(await absent()).toEqual([])
  await core.import(census('11/23/2026 07:02', row('B-50', 'ICU'), row('B-51', 'Medical'), row('B-52', 'Surgical')))
  expect((await absent()).map(each => each.patientId)).toEqual([patientId])
})

test('a stay of the census hangs itself on the one open case that has none', async () => {
  const { patientId } = await core.call('patients.create', { fields: aPatient({ mrn: 'A-1', familyName: 'Silva', givenNames: 'Ana', birthDate: plainDate('1950-04-01') }), keepApartFrom: [] })
  const { caseId } = await core.call('cases.open', { patientId, fields: aCase(), openedOn: plainDate('2026-11-20'), stayId: 'none' })
  await core.run(await core.preview(census('11/22/2026 07:02', `A-1,${ana},ICU,4,Inpatient,11/20/2026 08:00`)), [], true)
  expect(await onlyStay('A-1')).toMatchObject({ caseId })
  expect(openCaseIdOf(core, 'A-1')).toBe(caseId)
  expect(core.deps.store.read(db => db.get(sql`SELECT bed FROM case_summary WHERE case_id = ${caseId}`))).toEqual({ bed: '4' })
})
