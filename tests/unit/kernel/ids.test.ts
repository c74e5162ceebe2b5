import { expect, test } from 'vitest'
import { isUlid, parseId } from '#shared/kernel/ids.ts'

test('an id is a ULID in upper case and nothing else', () => {
  expect(isUlid('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toBe(true)
  for (const text of [
    '', '01arz3ndektsv4rrffq69g5fav', '81ARZ3NDEKTSV4RRFFQ69G5FAV', '01ARZ3NDEKTSV4RRFFQ69G5FA', '01ARZ3NDEKTSV4RRFFQ69G5FAVX',
    '01ARZ3NDEKTSV4RRFFQ69G5FAI', "01ARZ3NDEKTSV4RRFFQ69G5FA'", '01ARZ3NDEKTSV4RRFFQ69G5FAV\n',
  ]) expect(isUlid(text), text).toBe(false)
})

test('a refused id is not repeated in the message', () => {
  expect(() => parseId('patient', 'Jane Roe')).toThrow(/id of a patient/)
  expect(() => parseId('patient', 'Jane Roe')).not.toThrow(/Jane/)
})
