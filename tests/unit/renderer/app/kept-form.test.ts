import { describe, expect, test } from 'vitest'
import { readKept, takeUp, writeKept } from '#renderer/app/kept-form.ts'

const began = { phone: '1', payer: 'Medicare', note: '' }
const kept = { form: { ...began, phone: '2' }, began, basedOn: 3 }

test('what is kept is read as it was written, other text is no draft', () => {
  expect(readKept(writeKept(kept))).toEqual(kept)
  expect(readKept('')).toBeNull()
  expect(readKept('{"phone":"2"}')).toBeNull()
})

describe('a text taken up again', () => {
  test('over the same version comes back as it was', () => {
    expect(takeUp(kept, began, 3)).toEqual({ kept, isOutdated: false })
  })

  test('over a record changed elsewhere brings back only what was typed, for the version of now', () => {
    const now = { ...began, payer: 'Medicaid' }
    expect(takeUp(kept, now, 4)).toEqual({ kept: { form: { phone: '2', payer: 'Medicaid', note: '' }, began: now, basedOn: 4 }, isOutdated: false })
  })

  test('over a record changed in the same field stays against its old version', () => {
    expect(takeUp(kept, { ...began, phone: '9' }, 4)).toEqual({ kept, isOutdated: true })
  })

  test('over a record that says the same by now is no conflict', () => {
    expect(takeUp(kept, { ...began, phone: '2' }, 4).isOutdated).toBe(false)
  })

  test('that is no form of fields is never saved over a newer record', () => {
    expect(takeUp({ form: 'text', began: '', basedOn: 3 }, '', 4).isOutdated).toBe(true)
  })
})
