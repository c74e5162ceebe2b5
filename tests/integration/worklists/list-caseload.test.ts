import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { aStay, move } from '#tests/builders/a-stay.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { onTheList } from './a-caseload.ts'

let core: TestCore
beforeEach(async () => { core = await testCore() })
afterEach(async () => { await core.close() })

const list = async (part: Partial<WorklistDefinition> = {}, window = { offset: 0, limit: 200 }) => core.call('caseload.list', { definition: { ...wholeCaseload, ...part }, ...window })
const names = async (part: Partial<WorklistDefinition> = {}) => (await list(part)).rows.map(row => row.patientName.split(',')[0])

describe('the caseload', () => {
  beforeEach(async () => {
    await onTheList(core, core, { familyName: 'Okafor', givenNames: 'Amaka', mrn: '7153627', unitId: core.units.icu, fields: { risk: 'high' } })
    await onTheList(core, core, { familyName: 'Núñez', givenNames: 'Inés', unitId: core.units.surgical, caseManagerId: 'unassigned', fields: { risk: 'low', drgCode: '470' } })
    await onTheList(core, core, { familyName: 'Abara', unitId: core.units.medical, fields: { reason: 'Alcohol withdrawal', sensitivity: 'substance-use', drgCode: '897' } })
  })

  test('shows every open case by name', async () => {
    expect(await names()).toEqual(['Abara', 'Núñez', 'Okafor'])
    expect((await list()).total).toBe(3)
  })

  test('is found by what its cases speak of, but not by the reason of a sensitive one', async () => {
    const found = async (text: string) => (await core.call('search.patients', { text })).map(hit => hit.name.split(',')[0])
    expect(await found('ICU')).toEqual(['Okafor'])
    expect(await found('surg')).toEqual(['Núñez'])
    expect(await found('alcohol')).toEqual([])
    expect(await found('okafor')).toEqual(['Okafor'])
  })

  test('knows mine from unassigned', async () => {
    expect(await names({ scope: 'mine' })).toEqual(['Abara', 'Okafor'])
    expect(await names({ scope: 'unassigned' })).toEqual(['Núñez'])
    expect(await core.call('caseload.counts', {})).toEqual({ mine: 2, myUnit: 3, all: 3, unassigned: 1 })
  })

  test('filters by parts of names without regard to accents, by MRN, unit and DRG', async () => {
    expect(await names({ text: 'nunez in' })).toEqual(['Núñez'])
    expect(await names({ text: '53627' })).toEqual(['Okafor'])
    expect(await names({ text: 'icu' })).toEqual(['Okafor'])
    expect(await names({ text: '470' })).toEqual(['Núñez'])
    expect(await names({ text: '100%' })).toEqual([])
  })

  test('does not reveal the condition of a sensitive case, neither shown nor by filtering for it', async () => {
    const [abara] = (await list({ text: 'abara' })).rows
    expect(abara).toMatchObject({ condition: 'hidden', drgCode: 'hidden', drgTitle: 'unknown' })
    expect(await names({ text: '897' })).toEqual([])
    expect(await names({ text: 'alcohol' })).toEqual([])
  })

  test('names the working DRG as the table of the fiscal year does, with its GMLOS', async () => {
    const [nunez] = (await list({ text: 'nunez' })).rows
    expect(nunez).toMatchObject({ drgCode: '470', drgTitle: expect.stringContaining('MAJOR HIP AND KNEE JOINT REPLACEMENT') })
  })

  test('sorts by risk downwards, then by name, with the same order in windows', async () => {
    const sort: WorklistDefinition['sort'] = [{ columnId: 'risk', direction: 'desc' }, { columnId: 'patient', direction: 'asc' }]
    const whole = (await list({ sort })).rows.map(row => row.caseId)
    const first = (await list({ sort }, { offset: 0, limit: 2 })).rows.map(row => row.caseId)
    const rest = (await list({ sort }, { offset: 2, limit: 2 })).rows.map(row => row.caseId)
    expect(await names({ sort })).toEqual(['Okafor', 'Núñez', 'Abara'])
    expect([...first, ...rest]).toEqual(whole)
  })

  test('puts what is not known last in both directions', async () => {
    expect((await names({ sort: [{ columnId: 'mrn', direction: 'asc' }] }))[0]).toBe('Okafor')
    expect((await names({ sort: [{ columnId: 'mrn', direction: 'desc' }] }))[0]).toBe('Okafor')
  })

  test('leaves closed cases out until they are asked for', async () => {
    const [row] = (await list({ text: 'okafor' })).rows
    if (row === undefined) throw new Error('no row')
    await core.call('cases.close', { caseId: row.caseId, expectedVersion: 1, closeReason: 'goals-met', closedOn: core.context().today, note: 'none' })
    expect(await names()).toEqual(['Abara', 'Núñez'])
    expect(await names({ statuses: ['closed'] })).toEqual(['Okafor'])
  })
})

test('an administrator is refused the caseload, and the refusal is written down', async () => {
  const reply = await core.asRole('administrator').reply('caseload.list', { definition: wholeCaseload, offset: 0, limit: 10 })
  expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  expect(core.audit().at(-1)).toMatchObject({ action: 'access.refused' })
})

test('a filter saved under the same name replaces the one before, and removing it is undone by saving again', async () => {
  const definition = { ...wholeCaseload, scope: 'mine' as const }
  await core.call('caseload.saveFilter', { name: 'My ICU', definition: wholeCaseload })
  await core.call('caseload.saveFilter', { name: 'My ICU', definition })
  const saved = await core.call('caseload.savedFilters', {})
  expect(saved).toMatchObject([{ name: 'My ICU', version: 2, definition: { scope: 'mine' } }])
  const [mine] = saved
  if (mine === undefined) throw new Error('no filter')
  expect(await core.asRole('lead').call('caseload.removeFilter', { id: mine.id })).toEqual({ removed: false })
  expect(await core.call('caseload.removeFilter', { id: mine.id })).toEqual({ removed: true })
  expect(await core.call('caseload.savedFilters', {})).toEqual([])
})

describe('a sensitive case', () => {
  const rows = async (change: Partial<WorklistDefinition> = {}) => (await core.call('caseload.list', { definition: { ...wholeCaseload, ...change }, offset: 0, limit: 10 })).rows
  beforeEach(async () => {
    for (const [familyName, drgCode, sensitivity] of [['First', '896', 'none'], ['Second', '897', 'substance-use'], ['Third', '898', 'none']] as const) {
      const { patientId, caseId } = await onTheList(core, core, { familyName, fields: { drgCode, sensitivity } })
      await core.call('stays.record', { patientId, caseId, fields: aStay() })
    }
  })
  test('does not tell its DRG by its place among the others, nor by what is expected of its stay', async () => {
    const sorted = await rows({ sort: [{ columnId: 'drg', direction: 'asc' }] })
    const mine = sorted.filter(row => ['First, Test', 'Second, Test', 'Third, Test'].includes(row.patientName))
    expect(mine.map(row => row.patientName)).toEqual(['First, Test', 'Third, Test', 'Second, Test'])
    expect(mine[2]?.los).toMatchObject({ state: 'counted', expectedTenths: 'unknown', expectedSource: 'none' })
    expect(mine[0]?.los).toMatchObject({ expectedSource: 'gmlos' })
  })
  test('shows a goal that was typed', async () => {
    const { patientId, caseId } = await onTheList(core, core, { familyName: 'Fourth', fields: { drgCode: '897', sensitivity: 'psychiatric', goalLosDays: 3 } })
    await core.call('stays.record', { patientId, caseId, fields: aStay() })
    expect((await rows()).find(row => row.patientName === 'Fourth, Test')?.los).toMatchObject({ expectedTenths: 30, expectedSource: 'goal' })
  })
})

test('a case in a bed whose unit nobody here knows by that name stays with the unit that carries it', async () => {
  const { patientId, caseId } = await onTheList(core, core, { familyName: 'Elsewhere' })
  await core.call('stays.record', { patientId, caseId, fields: aStay({ unitMoves: [move('2026-11-20T14:00:00.000Z', { unitName: '4W' })] }) })
  const { rows } = await core.call('caseload.list', { definition: { ...wholeCaseload, unitIds: [core.units.medical] }, offset: 0, limit: 10 })
  expect(rows.find(row => row.patientName === 'Elsewhere, Test')).toMatchObject({ unitName: '4W', unitId: core.units.medical })
})
