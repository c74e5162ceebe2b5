import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import { rowsToShift } from '#shared/domain/recovery/rows-to-shift.ts'
import type { EntryView } from '#shared/contract/recovery.ts'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { daysBetween, plusDays } from '#shared/kernel/plain-date.ts'
import { sql } from '#electron/store/sql.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'
import { aHipCase, baselinesOf, day, entryOf, placeHip, plansOf, type HipCase } from './a-hip-case.ts'

let core: TestCore
let hip: HipCase
beforeEach(async () => {
  core = await testCore()
  hip = await aHipCase(core)
})
afterEach(async () => { await core.close() })

const get = () => core.call('recovery.get', { caseId: hip.caseId })
const entry = async (code: string) => entryOf(await get(), code)
const lastAudit = () => core.audit().filter(row => row['action'] !== 'case.viewed').at(-1)
const shapeOf = async (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof AppError ? error.shape : error))
const summary = () => core.deps.store.read(db => db.get(sql`SELECT next_entry_label AS label, next_entry_on AS "on", edd FROM case_summary WHERE case_id = ${hip.caseId}`))
const tomorrow = () => core.clock.setWall(instantOfLocal(day('2026-11-23'), '12:00', 'America/New_York'))
const seenBy = (rows: readonly EntryView[]) => rows.map(({ id, version }) => ({ entryId: id, version }))

describe('placing a plan', () => {
  test('the template of the procedure in this stay is suggested first, with its day and its reasons', async () => {
    const { suggestions } = await core.call('recovery.suggest', { caseId: hip.caseId })
    expect(suggestions[0]).toMatchObject({
      template: { id: 'tha' }, basis: 'drg', why: ['Working DRG 470', 'Procedure 0SRB04Z in this stay', 'By name: the reason of the case'], anchor: { kind: 'surgery', on: '2026-11-20', assumed: false }, alreadyPlaced: false,
    })
    expect(suggestions.map(({ template }) => template.id)).toEqual(['tha', 'tka', 'hipfx', 'general_surgical', 'general_medical'])
  })

  test('defaults are placed in one action: dated from the surgery, the GMLOS with its year, rules without days', async () => {
    const { placed } = await placeHip(core, hip.caseId)
    const recovery = await get()
    expect(recovery.entries).toHaveLength(placed)
    expect(entryOf(recovery, 'tha.stairs')).toMatchObject({ planned: { from: '2026-11-21', on: '2026-11-21', to: '2026-11-23' }, standing: { kind: 'due', daysLeft: 1 }, status: 'open', version: 1 })
    expect(entryOf(recovery, 'tha.dc')).toMatchObject({ planned: { on: '2026-11-22' }, reference: 'GMLOS 2.0 d, DRG 470, FY2027', country: 'UK' })
    expect(entryOf(recovery, 'common.imm1')).toMatchObject({ planned: 'no-date', rule: 'imm_first', standing: { kind: 'no-clock' } })
    expect(entryOf(recovery, 'tha.walkfree')).toMatchObject({ country: 'UK', confidence: 'stated-in-source' })
    // Employment is not known, so its form is not placed unasked.
    expect(recovery.entries.map(({ code }) => code)).not.toContain('common.fmla')
    expect(recovery.axis).toMatchObject({ today: '2026-11-22', admittedOn: '2026-11-20', inpatientFrom: '2026-11-20', dischargedOn: 'not-discharged', expectedStay: { state: 'known', source: 'gmlos', days: 2, endsOn: '2026-11-22' } })
    expect(lastAudit()).toMatchObject({ action: 'recovery.plan-placed', entity: 'timeline' })
    expect(summary()).toMatchObject({ label: 'Out of bed and first steps with walker', on: '2026-11-20' })
    expect(core.events.at(-1)).toMatchObject({ name: 'data.changed', data: { topics: expect.arrayContaining(['recovery']) } })
  })

  test('what is previewed is what is placed', async () => {
    const preview = await core.call('recovery.preview', { caseId: hip.caseId, templateId: 'tha', anchors: {} })
    await placeHip(core, hip.caseId)
    const expected = Object.fromEntries(preview.rows.filter(({ proposed }) => proposed === 'yes').map(({ code, window }) => [code, window]))
    expect(plansOf(await get())).toEqual(expected)
  })

  test('reviewed rows are placed as reviewed; one outside its range is refused at its row, and nothing is placed', async () => {
    const window = { from: day('2026-11-24'), on: day('2026-11-25'), to: day('2026-11-26') }
    const bad = await shapeOf(core.call('recovery.place', { caseId: hip.caseId, templateId: 'tha', anchors: {}, rows: [{ code: 'tha.stairs', window: { ...window, on: day('2026-11-28') } }, { code: 'common.imm1', window }] }))
    expect(bad).toMatchObject({ code: 'validation', fields: { 'rows.tha.stairs': expect.stringContaining('outside'), 'rows.common.imm1': expect.stringContaining('rule') } })
    expect((await get()).entries).toEqual([])
    await core.call('recovery.place', { caseId: hip.caseId, templateId: 'tha', anchors: { surgery: day('2026-11-21') }, rows: [{ code: 'tha.stairs', window }] })
    expect(plansOf(await get())).toEqual({ 'tha.stairs': window })
    expect((await get()).timelines[0]).toMatchObject({ anchorKind: 'surgery', anchorOn: '2026-11-21', placedToday: true })
  })

  test('a second template adds no row twice', async () => {
    await placeHip(core, hip.caseId)
    await core.call('recovery.place', { caseId: hip.caseId, templateId: 'hf', anchors: {}, rows: 'defaults' })
    const codes = (await get()).entries.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(await shapeOf(placeHip(core, hip.caseId))).toMatchObject({ code: 'refused' })
  })

  test('a plan that counts back from the EDD asks for it first', async () => {
    expect(await shapeOf(core.call('recovery.place', { caseId: hip.caseId, templateId: 'general_surgical', anchors: { edd: day('2026-11-25') }, rows: 'defaults' }))).toMatchObject({ code: 'validation', message: expect.stringContaining('expected discharge date first') })
  })

  test('a plan can be taken off again until something of it was touched', async () => {
    const { timelineId } = await placeHip(core, hip.caseId)
    await core.call('recovery.undoPlace', { timelineId })
    expect(await get()).toMatchObject({ entries: [], timelines: [] })
    const second = await placeHip(core, hip.caseId)
    const stairs = await entry('tha.stairs')
    await core.call('recovery.markReached', { entryId: stairs.id, version: stairs.version })
    expect(await shapeOf(core.call('recovery.undoPlace', { timelineId: second.timelineId }))).toMatchObject({ code: 'refused' })
  })

  test('a role without the permission places nothing', async () => {
    expect(await shapeOf(core.asRole('assistant').call('recovery.place', { caseId: hip.caseId, templateId: 'tha', anchors: {}, rows: 'defaults' }))).toMatchObject({ code: 'forbidden' })
  })
})

describe('following it', () => {
  beforeEach(() => placeHip(core, hip.caseId))

  test('reached by one key is reached today, by me; it can be corrected and taken back', async () => {
    const before = await entry('tha.mob1')
    const { version } = await core.call('recovery.markReached', { entryId: before.id, version: before.version })
    expect(await entry('tha.mob1')).toMatchObject({ status: 'reached', reachedOn: '2026-11-22', reachedBy: core.people['case-manager'], standing: { kind: 'reached', variance: 'late', days: 1 } })
    expect(lastAudit()).toMatchObject({ action: 'milestone.reached', entity_id: before.id })
    const corrected = await core.call('recovery.markReached', { entryId: before.id, version, on: day('2026-11-20'), note: 'With the walker' })
    expect(await entry('tha.mob1')).toMatchObject({ reachedOn: '2026-11-20', note: 'With the walker', standing: { variance: 'on-time' } })
    await core.call('recovery.undoMark', { entryId: before.id, version: corrected.version })
    expect(await entry('tha.mob1')).toMatchObject({ status: 'open', reachedOn: 'not-reached', reachedBy: 'nobody', planned: before.planned })
  })

  test('the next milestone on the lists follows', async () => {
    const first = await entry('tha.mob1')
    await core.call('recovery.markReached', { entryId: first.id, version: first.version })
    expect(summary()).toMatchObject({ label: 'Climbs the stairs needed at home with aid', on: '2026-11-21' })
  })

  test.each([['2026-11-23', 'future'], ['2026-11-18', 'before the admission']])('reached on %s is refused with a sentence at the field', async (on, words) => {
    const { id, version } = await entry('tha.mob1')
    expect(await shapeOf(core.call('recovery.markReached', { entryId: id, version, on: day(on) }))).toMatchObject({ code: 'validation', fields: { on: expect.stringContaining(words) } })
    expect(await entry('tha.mob1')).toMatchObject({ version, status: 'open' })
  })

  test('another version is a conflict and changes nothing', async () => {
    const { id, version } = await entry('tha.mob1')
    await core.call('recovery.markMissed', { entryId: id, version })
    expect(await shapeOf(core.call('recovery.markReached', { entryId: id, version }))).toMatchObject({ code: 'conflict', latestVersion: version + 1 })
    expect(await entry('tha.mob1')).toMatchObject({ status: 'missed' })
  })

  test('a precaution is not reached or missed, but may not apply, with its reason', async () => {
    await core.call('recovery.place', { caseId: hip.caseId, templateId: 'cabg', anchors: { surgery: day('2026-11-20') }, rows: 'defaults' })
    const precaution = (await get()).entries.find(({ kind }) => kind === 'precaution')
    if (precaution === undefined) throw new Error('cabg has a precaution')
    const seen = { entryId: precaution.id, version: precaution.version }
    expect(await shapeOf(core.call('recovery.markReached', seen))).toMatchObject({ code: 'refused' })
    expect(await shapeOf(core.call('recovery.markMissed', seen))).toMatchObject({ code: 'refused' })
    await core.call('recovery.markNotApplicable', { ...seen, reason: 'Not operated on through the breastbone' })
    expect(await entry(precaution.code)).toMatchObject({ status: 'not-applicable', statusReason: 'Not operated on through the breastbone' })
  })
})

describe('re-planning', () => {
  beforeEach(() => placeHip(core, hip.caseId))
  const planned = { from: day('2026-11-23'), on: day('2026-11-24'), to: day('2026-11-25') }

  test('no reason is asked on the day of placement, one of eight from the next day on; the first plan stays', async () => {
    const first = await entry('tha.stairs')
    const { version } = await core.call('recovery.replan', { entryId: first.id, version: first.version, planned, reason: 'none' })
    tomorrow()
    expect(await shapeOf(core.call('recovery.replan', { entryId: first.id, version, planned: { ...planned, to: day('2026-11-26') }, reason: 'none' }))).toMatchObject({ code: 'validation', fields: { reason: expect.any(String) } })
    await core.call('recovery.replan', { entryId: first.id, version, planned: { ...planned, to: day('2026-11-26') }, reason: 'clinical-change', note: 'Dizzy' })
    const recovery = await get()
    expect(entryOf(recovery, 'tha.stairs')).toMatchObject({ baseline: first.baseline, planned: { to: '2026-11-26' }, movedDays: 3 })
    expect(recovery.replans.map(({ reason, days, note }) => [reason, days, note])).toEqual([['clinical-change', 0, 'Dizzy'], ['none', 3, 'none']])
  })

  test('this and all later open rows move under one reason and come back with one undo', async () => {
    const mobilised = await entry('tha.mob1')
    await core.call('recovery.markReached', { entryId: mobilised.id, version: mobilised.version })
    tomorrow()
    const before = await get()
    const from = entryOf(before, 'tha.wound')
    const later = rowsToShift(before.entries, from.id)
    const { replanId, moved } = await core.call('recovery.shiftLater', { fromEntryId: from.id, days: 5, reason: 'waiting-for-placement', seen: seenBy(later) })
    expect(moved).toBe(later.length)
    const after = await get()
    expect(entryOf(after, 'tha.wound').planned).toEqual({ from: '2026-12-05', on: '2026-12-09', to: '2026-12-11' })
    expect(entryOf(after, 'tha.stairs').planned).toEqual(entryOf(before, 'tha.stairs').planned)
    expect(entryOf(after, 'tha.mob1').planned).toEqual(mobilised.planned)
    expect(baselinesOf(after)).toEqual(baselinesOf(before))
    expect(after.replans).toHaveLength(1)
    expect(lastAudit()).toMatchObject({ action: 'entries.shifted', entity: 'case', entity_id: hip.caseId })
    await core.call('recovery.undoReplan', { replanId })
    expect(plansOf(await get())).toEqual(plansOf(before))
    expect(await shapeOf(core.call('recovery.undoReplan', { replanId }))).toMatchObject({ code: 'refused' })
  })

  test('rows that changed since they were shown are not moved', async () => {
    const before = await get()
    const from = entryOf(before, 'tha.wound')
    const drive = entryOf(before, 'tha.drive')
    await core.call('recovery.markNotApplicable', { entryId: drive.id, version: drive.version, reason: 'Does not drive' })
    expect(await shapeOf(core.call('recovery.shiftLater', { fromEntryId: from.id, days: 2, reason: 'none', seen: seenBy(rowsToShift(before.entries, from.id)) }))).toMatchObject({ code: 'conflict' })
    expect(entryOf(await get(), 'tha.wound').planned).toEqual(from.planned)
  })

  test('an undo over a later change is refused', async () => {
    const { id, version } = await entry('tha.stairs')
    const first = await core.call('recovery.replan', { entryId: id, version, planned, reason: 'correction' })
    await core.call('recovery.replan', { entryId: id, version: first.version, planned: { ...planned, to: day('2026-11-27') }, reason: 'correction' })
    expect(await shapeOf(core.call('recovery.undoReplan', { replanId: first.replanId }))).toMatchObject({ code: 'refused', message: expect.stringContaining('later change first') })
  })

  test('an entry whose moment a rule gives cannot be given days', async () => {
    const { id, version } = await entry('common.imm1')
    expect(await shapeOf(core.call('recovery.replan', { entryId: id, version, planned, reason: 'correction' }))).toMatchObject({ code: 'refused' })
  })
})

describe('the expected discharge date', () => {
  const caseVersion = async () => (await get()).caseVersion
  const set = async (edd: string, reason: 'first' | 'waiting-for-placement' = 'first', moveEntries = true) =>
    core.call('recovery.setEdd', { caseId: hip.caseId, caseVersion: await caseVersion(), edd: day(edd), reason, moveEntries })

  test('the first needs no reason and dates the rows that waited for it; a revision needs one, and all stay visible', async () => {
    await placeHip(core, hip.caseId)
    expect(await entry('common.medrec')).toMatchObject({ planned: 'no-date', standing: { kind: 'no-date' } })
    await set('2026-11-24')
    expect(await entry('common.medrec')).toMatchObject({ baseline: { on: '2026-11-24' }, planned: { from: '2026-11-23', on: '2026-11-24', to: '2026-11-24' } })
    expect(await shapeOf(set('2026-11-26'))).toMatchObject({ code: 'validation', fields: { reason: expect.any(String) } })
    await set('2026-11-26', 'waiting-for-placement')
    const recovery = await get()
    expect(recovery.axis.eddRevisions.map(({ edd, reason }) => [edd, reason])).toEqual([['2026-11-24', 'first'], ['2026-11-26', 'waiting-for-placement']])
    expect(entryOf(recovery, 'common.medrec')).toMatchObject({ baseline: { on: '2026-11-24' }, planned: { on: '2026-11-26' }, movedDays: 2 })
    expect(summary()).toMatchObject({ edd: '2026-11-26' })
    expect(lastAudit()).toMatchObject({ action: 'edd.revised', entity: 'case' })
  })

  test('rows planned from it stay where they are when nobody asked them to follow', async () => {
    await set('2026-11-25')
    await core.call('recovery.place', { caseId: hip.caseId, templateId: 'general_surgical', anchors: {}, rows: 'defaults' })
    const before = await get()
    await set('2026-11-27', 'waiting-for-placement', false)
    expect(plansOf(await get())).toEqual(plansOf(before))
  })

  test('rows counted back from it follow from the template; one re-planned by itself keeps its distance', async () => {
    await set('2026-11-24')
    await core.call('recovery.place', { caseId: hip.caseId, templateId: 'general_surgical', anchors: {}, rows: 'defaults' })
    expect((await entry('general_surgical.screen')).planned).toMatchObject({ on: '2026-11-22' })
    const eat = await entry('general_surgical.eat')
    await core.call('recovery.replan', { entryId: eat.id, version: eat.version, planned: { from: day('2026-11-24'), on: day('2026-11-24'), to: day('2026-11-24') }, reason: 'none' })
    await set('2026-11-30', 'waiting-for-placement')
    const recovery = await get()
    expect(entryOf(recovery, 'general_surgical.screen').planned).toMatchObject({ on: '2026-11-26' })
    expect(entryOf(recovery, 'general_surgical.eat').planned).toMatchObject({ on: plusDays(day('2026-11-30'), 0) })
  })

  test('its undo is one more revision and puts the rows back', async () => {
    await placeHip(core, hip.caseId)
    await set('2026-11-24')
    const before = await get()
    const { revisionId, replanId, moved } = await set('2026-11-26', 'waiting-for-placement')
    expect(moved).toBeGreaterThan(0)
    await core.call('recovery.undoEdd', { revisionId, replanId })
    const after = await get()
    expect(after.axis).toMatchObject({ edd: '2026-11-24', eddRevisions: [{ reason: 'first' }, { edd: '2026-11-26' }, { edd: '2026-11-24', reason: 'correction' }] })
    expect(plansOf(after)).toEqual(plansOf(before))
    expect(await shapeOf(core.call('recovery.undoEdd', { revisionId, replanId }))).toMatchObject({ code: 'refused' })
  })

  test('the undo of the first one takes the dates back that it gave', async () => {
    await placeHip(core, hip.caseId)
    const { revisionId, replanId } = await set('2026-11-24')
    await core.call('recovery.undoEdd', { revisionId, replanId })
    expect(await entry('common.medrec')).toMatchObject({ baseline: 'no-date', planned: 'no-date' })
    expect((await get()).axis.edd).toBe('unknown')
  })

  test('before today it is refused, and so is another version of the case', async () => {
    expect(await shapeOf(set('2026-11-21'))).toMatchObject({ code: 'validation', fields: { edd: expect.stringContaining('before today') } })
    expect(await shapeOf(core.call('recovery.setEdd', { caseId: hip.caseId, caseVersion: 9, edd: day('2026-11-25'), reason: 'first', moveEntries: true }))).toMatchObject({ code: 'conflict' })
  })
})

describe('a closed case', () => {
  test('keeps its plan as it was', async () => {
    await placeHip(core, hip.caseId)
    const { caseVersion } = await get()
    await core.call('cases.close', { caseId: hip.caseId, expectedVersion: caseVersion, closeReason: 'goals-met', closedOn: day('2026-11-22'), note: 'none' })
    const { id, version } = await entry('tha.mob1')
    expect(await shapeOf(core.call('recovery.markReached', { entryId: id, version }))).toMatchObject({ code: 'refused', message: expect.stringContaining('closed') })
  })
})

describe('the discharge', () => {
  const stayOf = async () => (await core.call('stays.ofPatient', { patientId: hip.patientId }))[0]?.stay
  const setEdd = async (edd: string) => core.call('recovery.setEdd', { caseId: hip.caseId, caseVersion: (await get()).caseVersion, edd: day(edd), reason: 'first', moveEntries: true })
  const leave = async (on: string) => {
    const stay = await stayOf()
    if (stay === undefined) throw new Error('A stay was expected.')
    core.clock.setWall(instantOfLocal(day(on), '18:00', 'America/New_York'))
    await core.call('stays.addStatusChange', { stayId: stay.id, expectedVersion: stay.version, change: { status: 'discharged', from: instantOfLocal(day(on), '11:00', 'America/New_York') }, disposition: 'home' })
  }
  const afterwards = async () => (await get()).entries.filter(({ anchorKind, rule }) => anchorKind === 'discharge' && rule === 'none')
  const distances = async (from: string) => (await afterwards()).map(({ planned }) => (planned === 'no-date' ? 'no-date' : daysBetween(day(from), planned.on)))

  test.each([['later', '2026-11-28'], ['earlier', '2026-11-23']])('%s than expected: what is due after it is due from the real day, as one re-plan that can be undone', async (_when, left) => {
    await setEdd('2026-11-25')
    await placeHip(core, hip.caseId)
    const planned = await distances('2026-11-25')
    const before = plansOf(await get())
    expect(planned.length).toBeGreaterThan(0)
    await leave(left)
    expect(await distances(left)).toEqual(planned)
    const [replan] = (await get()).replans
    expect(replan).toMatchObject({ reason: 'correction', note: 'Follows the discharge', days: daysBetween(day('2026-11-25'), day(left)) })
    if (replan === undefined) throw new Error('A re-plan was expected.')
    await core.call('recovery.undoReplan', { replanId: replan.id })
    expect(plansOf(await get())).toEqual(before)
  })

  test('without an expected date: the rows get their first dates', async () => {
    await placeHip(core, hip.caseId)
    expect(new Set(await distances('2026-11-23'))).toEqual(new Set(['no-date']))
    await leave('2026-11-23')
    expect(await distances('2026-11-23')).not.toContain('no-date')
    expect(baselinesOf(await get())).toEqual(plansOf(await get()))
  })

  test('a row somebody moved keeps its distance, a row of an other day stays', async () => {
    await setEdd('2026-11-25')
    await placeHip(core, hip.caseId)
    const [first] = await afterwards()
    if (first === undefined || first.planned === 'no-date') throw new Error('A dated row was expected.')
    const window = { from: plusDays(first.planned.from, 3), on: plusDays(first.planned.on, 3), to: plusDays(first.planned.to, 3) }
    await core.call('recovery.replan', { entryId: first.id, version: first.version, planned: window, reason: 'family-or-patient-choice' })
    const stairs = (await entry('tha.stairs')).planned
    await leave('2026-11-27')
    expect((await entry(first.code)).planned).toEqual({ from: plusDays(window.from, 2), on: plusDays(window.on, 2), to: plusDays(window.to, 2) })
    expect((await entry('tha.stairs')).planned).toEqual(stairs)
  })

  test('of a closed case moves nothing', async () => {
    await setEdd('2026-11-25')
    await placeHip(core, hip.caseId)
    const before = plansOf(await get())
    await core.call('cases.close', { caseId: hip.caseId, expectedVersion: (await get()).caseVersion, closeReason: 'goals-met', closedOn: core.context().today, note: 'none' })
    await leave('2026-11-24')
    expect(plansOf(await get())).toEqual(before)
  })

  test('with death asks for its confirmation', async () => {
    const stay = await stayOf()
    if (stay === undefined) throw new Error('A stay was expected.')
    await core.call('stays.addStatusChange', { stayId: stay.id, expectedVersion: stay.version, change: { status: 'discharged', from: core.context().at }, disposition: 'died' })
    expect((await core.call('patients.get', { patientId: hip.patientId })).patient.vital).toEqual({ state: 'died', on: '2026-11-22', confirmed: false })
  })
})

test('rows a person reviewed before placing keep their distance to a revised EDD', async () => {
  const version = async () => (await get()).caseVersion
  await core.call('recovery.setEdd', { caseId: hip.caseId, caseVersion: await version(), edd: day('2026-11-25'), reason: 'first', moveEntries: true })
  const { rows } = await core.call('recovery.preview', { caseId: hip.caseId, templateId: 'tha', anchors: {} })
  const row = rows.find(({ anchorKind, window }) => anchorKind === 'discharge' && window !== 'no-date')
  if (row === undefined || row.window === 'no-date') throw new Error('A dated row was expected.')
  const window = { from: plusDays(row.window.from, 4), on: plusDays(row.window.on, 4), to: plusDays(row.window.to, 4) }
  await core.call('recovery.place', { caseId: hip.caseId, templateId: 'tha', anchors: {}, rows: [{ code: row.code, window }] })
  await core.call('recovery.setEdd', { caseId: hip.caseId, caseVersion: await version(), edd: day('2026-11-26'), reason: 'waiting-for-placement', moveEntries: true })
  expect((await entry(row.code)).planned).toEqual({ from: plusDays(window.from, 1), on: plusDays(window.on, 1), to: plusDays(window.to, 1) })
})

test('a plan of a closed case is not taken off', async () => {
  const { timelineId } = await placeHip(core, hip.caseId)
  await core.call('cases.close', { caseId: hip.caseId, expectedVersion: (await get()).caseVersion, closeReason: 'goals-met', closedOn: core.context().today, note: 'none' })
  expect(await shapeOf(core.call('recovery.undoPlace', { timelineId }))).toMatchObject({ code: 'refused' })
})

test('reading a plan or what was written is looking at the case, once in ten minutes', async () => {
  core.clock.pass(60 * 60_000)
  const looks = () => core.audit().filter(row => row['action'] === 'case.viewed').length
  const before = looks()
  await get()
  await core.call('notes.activity', hip)
  expect(looks()).toBe(before + 1)
})

test('a paper is not kept as the outcome of having been asked for', async () => {
  const commandId = core.deps.ids.next('command')
  await core.call('recovery.printChart', { caseId: hip.caseId }, commandId)
  expect(core.deps.store.read(db => db.get(sql`SELECT count(*) AS n FROM command WHERE outcome LIKE '%Haddad%'`))).toEqual({ n: 0 })
})

test('a row that is not for those who died or left is asked about, never placed unasked', async () => {
  const { rows } = await core.call('recovery.preview', { caseId: hip.caseId, templateId: 'tha', anchors: {} })
  expect(rows.filter(({ because }) => because.startsWith('Not after')).map(({ proposed }) => proposed)).toEqual(['ask'])
})
