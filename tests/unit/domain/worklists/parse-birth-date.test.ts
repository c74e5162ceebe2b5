import { expect, test } from 'vitest'
import { parseBirthDates } from '#shared/domain/worklists/parse-birth-date.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'

const today = plainDate('2026-11-22')

test.each([
  ['1948-03-07', ['1948-03-07']],
  ['3/7/1948', ['1948-03-07']],
  ['03071948', ['1948-03-07']],
  ['3.7.48', ['1948-03-07']],
  ['3/7/20', ['1920-03-07', '2020-03-07']],
])('%s is read as %j', (text, days) => {
  expect(parseBirthDates(text, today)).toEqual(days)
})

test.each(['', 'Okafor', '13/40/1948', '2/30/1948', '4471', '11/23/2026'])('%j is nobody’s birth date', text => {
  expect(parseBirthDates(text, today)).toEqual([])
})
