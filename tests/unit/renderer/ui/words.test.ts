import { describe, expect, test } from 'vitest'
import { centsOf } from '#shared/kernel/cents.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { agoWords, dueWords, durationWords, numericDay, relativeDay } from '#renderer/ui/day-words.ts'
import { formErrorList } from '#renderer/ui/form-errors.tsx'
import { keyName } from '#renderer/ui/key-name.ts'
import { moneyWords } from '#renderer/ui/money.tsx'
import { isSafeHotkey } from '#renderer/ui/use-hotkeys.tsx'
import { varianceWords } from '#renderer/ui/variance.tsx'

const today = plainDate('2026-11-22')

describe('words of days', () => {
  test('a due day says how late it is, and names itself when it is not near', () => {
    expect(dueWords(plainDate('2026-11-20'), today)).toEqual({ text: 'Overdue 2 d', tone: 'bad' })
    expect(dueWords(today, today)).toEqual({ text: 'Today', tone: 'warn' })
    expect(dueWords(plainDate('2026-11-23'), today)).toEqual({ text: 'Tomorrow' })
    expect(dueWords(plainDate('2026-11-25'), today)).toEqual({ text: 'Wed 25 Nov' })
  })
  test('relative days count calendar days', () => {
    expect([-2, -1, 0, 1, 2].map((days) => relativeDay(plainDate(`2026-11-${22 + days}`), today))).toEqual(['2 d ago', 'Yesterday', 'Today', 'Tomorrow', 'in 2 d'])
    expect(numericDay(today)).toBe('11/22/2026')
  })
  test('ago and how long are coarse and never zero', () => {
    expect([0, -7, -200, -4000, 5].map(agoWords)).toEqual(['just now', '7 min ago', '3 h ago', '2 d ago', 'in 5 min'])
    expect([0, 40, 100, 3600, 4800].map(durationWords)).toEqual(['1 s', '40 s', '2 min', '1 h', '1 h 20 min'])
  })
})

describe('words of figures', () => {
  test('a variance carries its sign, and nothing that rounds to zero has one', () => {
    expect([varianceWords(2, 0), varianceWords(-1.4, 1), varianceWords(0.04, 1), varianceWords(0, 0)]).toEqual(['+2 d', '−1.4 d', 'On time', 'On time'])
  })
  test('whole dollars hide no cents', () => {
    expect(moneyWords(centsOf(4_150_000), true, false)).toBe('$41,500')
    expect(moneyWords(centsOf(4_150_050), true, false)).toBe('$41,500.50')
    expect(moneyWords(centsOf(-1250), false, true)).toBe('−$12.50')
    expect(moneyWords(centsOf(4000), true, true)).toBe('+$40')
  })
})

describe('keys', () => {
  test('a key press has one name', () => {
    const press = { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(keyName({ ...press, shiftKey: true })).toBe('Shift+Enter')
    expect(keyName({ ...press, key: 'M', shiftKey: true })).toBe('Shift+m')
    expect(keyName({ ...press, key: '+', shiftKey: true })).toBe('+')
    expect(keyName({ ...press, key: 'ArrowLeft', ctrlKey: true, altKey: true })).toBe('Ctrl+Alt+ArrowLeft')
    expect(keyName({ ...press, key: 'k', metaKey: true })).toBe('Ctrl+k')
  })
  test('hotkeys without a modifier are refused', () => {
    expect(['mod+k', 'ctrl+l', 'alt+shift+n', 'f2', 'shift+f10', 'escape'].every(isSafeHotkey)).toBe(true)
    expect(['k', 'shift+k', '1', '?', 'enter'].some(isSafeHotkey)).toBe(false)
  })
})

test('form errors come in the order of the form, nested ones by their dotted name', () => {
  const errors = { reason: { message: 'Give a reason.' }, patient: { born: { message: 'Type a day.' } }, other: { type: 'x' } }
  expect(formErrorList(errors, { 'patient.born': 'Birth date', other: 'Other', reason: 'Reason' })).toEqual([
    { name: 'patient.born', label: 'Birth date', message: 'Type a day.' },
    { name: 'reason', label: 'Reason', message: 'Give a reason.' },
  ])
})
