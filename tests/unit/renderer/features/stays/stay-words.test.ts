import { expect, test } from 'vitest'
import type { CaseOfPatient } from '#shared/contract/cases.ts'
import { instant, isZone } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { CaseId } from '#shared/model/ids.ts'
import { caseOptions } from '#renderer/features/stays/stay-words.ts'
import { fieldsOfForm, newStayForm } from '#renderer/features/stays/stay-form-values.ts'

const today = plainDate('2026-11-22')
const [first, second, third] = ['A', 'B', 'C'].map(end => CaseId.parse(`01JD00000000000000000000A${end}`))
const aCase = (caseId: CaseId | undefined, change: Partial<CaseOfPatient> = {}): CaseOfPatient => ({
  caseId: CaseId.parse(caseId), status: 'open', reason: 'Hip fracture', program: 'hospital', sensitivity: 'none', unitName: '4 West', caseManagerName: 'unassigned', openedOn: plainDate('2026-11-20'), closedOn: 'open', edd: 'unknown', ...change,
})

test('a stay may go to any case that is not closed, or to none', () => {
  const cases = [aCase(first), aCase(second, { reason: 'Pneumonia', status: 'on-hold' }), aCase(third, { status: 'closed' })]
  expect(caseOptions(cases, null, today).map(option => option.label)).toEqual(['None', 'Hip fracture, hospital, opened Fri 20 Nov', 'Pneumonia, hospital, opened Fri 20 Nov, on hold'])
})

test('the closed case a stay belongs to stays among the choices, and one that is not read yet too', () => {
  expect(caseOptions([aCase(third, { status: 'closed' })], CaseId.parse(third), today).map(option => option.value)).toEqual(['none', third])
  expect(caseOptions([], CaseId.parse(first), today)).toEqual([{ value: 'none', label: 'None' }, { value: first, label: 'The case it belongs to' }])
})

test('a new stay belongs to the case it is recorded from', () => {
  const zone = 'America/New_York'
  if (!isZone(zone)) throw new Error('not a zone')
  const form = newStayForm(instant('2026-11-22T15:00:00.000Z'), zone, CaseId.parse(first))
  expect(form.caseId).toBe(first)
  expect(fieldsOfForm(form, zone)).toHaveProperty('fields')
})
