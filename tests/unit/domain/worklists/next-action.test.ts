import { describe, expect, test } from 'vitest'
import { nextStep } from '#shared/domain/worklists/next-action.ts'
import { isId } from '#shared/kernel/ids.ts'
import { plainDate, plusDays } from '#shared/kernel/plain-date.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'

const today = plainDate('2026-11-22')

function id<Kind extends string>(kind: Kind) {
  const text = '01JD00000000000000000000AA'
  if (!isId(kind, text)) throw new Error('not an id')
  return text
}

const inHospital: WorklistRow = {
  caseId: id('case'), patientId: id('patient'), patientName: 'Okafor, Amaka', mrn: 'unknown', birthDate: 'unknown', sex: 'female', died: false, status: 'open', program: 'hospital', risk: 'unknown',
  sensitivity: 'none', condition: 'Hip fracture', unitId: 'unknown', unitName: '4 West', bed: '12', stayId: id('stay'), stayStatus: 'inpatient', censusMissingSince: 'on-census', drgCode: 'not-assigned', drgTitle: 'unknown',
  outreachStopped: false, los: { state: 'not-inpatient' }, nextMilestone: { entryId: id('timeline-entry'), label: 'First steps', on: today }, payerName: 'unknown', payerKind: 'unknown', caseManagerId: 'unassigned',
  caseManagerName: 'unassigned', edd: plusDays(today, 2), openedOn: today,
}

describe('the next action of a case', () => {
  test('settles first whether the patient is still here', () => {
    expect(nextStep({ ...inHospital, censusMissingSince: '2026-11-22T12:02:00.000Z', edd: 'unknown' }, today)).toEqual({ do: 'confirm-discharge' })
  })
  test('gives a stay without a date its EDD before anything else', () => {
    expect(nextStep({ ...inHospital, edd: 'unknown', nextMilestone: 'none' }, today)).toEqual({ do: 'set-edd' })
  })
  test('reviews the EDD from the day after it, not on the day', () => {
    expect(nextStep({ ...inHospital, edd: today }, today).do).toBe('reach-milestone')
    expect(nextStep({ ...inHospital, edd: plusDays(today, -1) }, today)).toEqual({ do: 'review-edd', edd: plusDays(today, -1) })
  })
  test('asks for a plan where a stay has none', () => {
    expect(nextStep({ ...inHospital, nextMilestone: 'none' }, today)).toEqual({ do: 'place-plan' })
  })
  test('asks nothing any more once a death is confirmed, whatever else is open', () => {
    expect(nextStep({ ...inHospital, died: true, outreachStopped: true, edd: 'unknown', nextMilestone: 'none' }, today)).toEqual({ do: 'open' })
  })
  test('asks a visit to a clinic neither for a discharge date nor for a plan, only for its milestones', () => {
    expect(nextStep({ ...inHospital, stayStatus: 'outpatient', edd: 'unknown', nextMilestone: 'none' }, today)).toEqual({ do: 'open' })
    expect(nextStep({ ...inHospital, stayStatus: 'outpatient', edd: 'unknown' }, today).do).toBe('reach-milestone')
  })
  test('asks nothing of an outpatient case without milestones', () => {
    expect(nextStep({ ...inHospital, stayId: 'none', stayStatus: 'none', nextMilestone: 'none' }, today)).toEqual({ do: 'open' })
  })
})
