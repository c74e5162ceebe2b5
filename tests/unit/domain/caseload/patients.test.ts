import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateReasons } from '#shared/domain/caseload/duplicates.ts'
import { caseActionProblem, closingDayProblem, openingDayProblem } from '#shared/domain/caseload/case-life.ts'
import { initialsOf, listName, plainName, sortNameOf } from '#shared/domain/caseload/patient-name.ts'
import { awaitsDeathConfirmation, deathDayProblem, isOutreachStopped } from '#shared/domain/caseload/vital.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { aPatient, aStranger } from '#tests/builders/a-patient.ts'
import { seededPeople } from '#tests/builders/seeded-people.ts'

const today = plainDate('2026-11-22')

describe('duplicates', () => {
  test('the same MRN is a likeness whatever the name, without regard to case', () => {
    expect(duplicateReasons(aPatient({ mrn: 't100' }), aPatient({ mrn: 'T100', familyName: 'Brandt', birthDate: plainDate('1950-01-01') }))).toEqual(['same-mrn'])
  })

  test('the same name and birth date are a likeness across accents, case, signs and a middle name', () => {
    const one = aPatient({ mrn: 'A', familyName: "O'Neil", givenNames: 'José' })
    expect(duplicateReasons(one, aPatient({ mrn: 'B', familyName: 'ONEIL', givenNames: 'Jose M.' }))).toEqual(['same-name-and-birth-date'])
  })

  test('a day between the birth dates, or another first name, is no likeness', () => {
    expect(duplicateReasons(aPatient({ mrn: 'A' }), aPatient({ mrn: 'B', birthDate: plainDate('1961-03-21') }))).toEqual([])
    expect(duplicateReasons(aPatient({ mrn: 'A' }), aPatient({ mrn: 'B', givenNames: 'Karim' }))).toEqual([])
  })

  test('two strangers are not the same person: what is unknown says nothing', () => {
    expect(duplicateReasons(aStranger(), aStranger())).toEqual([])
    expect(duplicateReasons(aPatient({ birthDate: 'unknown', mrn: 'unknown' }), aPatient({ birthDate: 'unknown', mrn: 'unknown' }))).toEqual([])
  })

  test('law: likeness is mutual (people of seed 7)', () => {
    const people = seededPeople(7, 60).map(person => aPatient(person))
    fc.assert(fc.property(fc.constantFrom(...people), fc.constantFrom(...people), (a, b) => {
      expect(duplicateReasons(a, b)).toEqual(duplicateReasons(b, a))
      expect(duplicateReasons(a, a)).toHaveLength(2)
    }))
  })
})

describe('names', () => {
  test('are sorted and compared without accents and signs', () => {
    expect(sortNameOf({ familyName: "O'Neil-Ruiz", givenNames: 'José' })).toBe('oneil ruiz, jose')
    expect(sortNameOf({ familyName: '李', givenNames: 'unknown' })).toBe('李')
    expect(sortNameOf({ familyName: '—', givenNames: 'unknown' })).toBe('—')
  })

  test('an unknown given name is left out, not written', () => {
    expect(listName({ familyName: 'Doe', givenNames: 'unknown' })).toBe('Doe')
    expect(initialsOf({ familyName: 'doe', givenNames: 'unknown' })).toBe('D.')
    expect(initialsOf({ familyName: 'Haddad', givenNames: 'Nadia' })).toBe('N.H.')
  })

  test('law: folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => { expect(plainName(plainName(text))).toBe(plainName(text)) }))
  })
})

describe('death', () => {
  test('a reported death asks, a confirmed one stops outreach', () => {
    expect(isOutreachStopped({ state: 'died', on: 'unknown', confirmed: false })).toBe(false)
    expect(awaitsDeathConfirmation({ state: 'died', on: 'unknown', confirmed: false })).toBe(true)
    expect(isOutreachStopped({ state: 'died', on: today, confirmed: true })).toBe(true)
    expect(isOutreachStopped({ state: 'unknown' })).toBe(false)
  })

  test('today is possible, tomorrow and the day before birth are not', () => {
    const birth = plainDate('1961-03-20')
    expect(deathDayProblem(today, birth, today)).toBeNull()
    expect(deathDayProblem(plainDate('2026-11-23'), birth, today)).not.toBeNull()
    expect(deathDayProblem(birth, birth, today)).toBeNull()
    expect(deathDayProblem(plainDate('1961-03-19'), birth, today)).not.toBeNull()
    expect(deathDayProblem('unknown', birth, today)).toBeNull()
  })
})

describe('the life of a case', () => {
  test('a closed case can only be reopened', () => {
    expect(caseActionProblem('closed', 'reopen')).toBeNull()
    expect(caseActionProblem('closed', 'edit')).toBe('This case is closed. Reopen it first.')
    expect(caseActionProblem('open', 'reopen')).toBe('This case is open.')
    expect(caseActionProblem('on-hold', 'hold')).toBe('This case is on hold. Resume it first.')
  })

  test('it may be closed on the day it was opened, not before and not tomorrow', () => {
    expect(closingDayProblem(today, today, today)).toBeNull()
    expect(closingDayProblem(today, plainDate('2026-11-21'), today)).not.toBeNull()
    expect(closingDayProblem(plainDate('2026-11-01'), plainDate('2026-11-23'), today)).not.toBeNull()
  })

  test('it cannot be opened before birth or tomorrow', () => {
    expect(openingDayProblem(today, today, today)).toBeNull()
    expect(openingDayProblem(plainDate('2026-11-21'), today, today)).not.toBeNull()
    expect(openingDayProblem(plainDate('2026-11-23'), 'unknown', today)).not.toBeNull()
  })
})
