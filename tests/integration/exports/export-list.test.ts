import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { csvFile } from '#electron/services/exports/csv-file.ts'
import { onTheList } from '#tests/integration/worklists/a-caseload.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

const cellsOf = (bytes: Uint8Array): string[][] => Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd(), { delimiter: ',', skipEmptyLines: false }).data

test('no cell of an export starts a formula, whatever a field holds, and no row loses or gains a column', () => {
  const starts = fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '"=1"', ',=1', ';=1', '\n=1', '=HYPERLINK("http://x")')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(starts, fc.string()), fc.oneof(starts, fc.string())), { minLength: 1, maxLength: 5 }), rows => {
      const cells = cellsOf(csvFile(rows))
      expect(cells).toHaveLength(rows.length)
      for (const row of cells) {
        expect(row).toHaveLength(2)
        for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\0]/)
      }
    }),
    { numRuns: 500 },
  )
})

describe('an exported list', () => {
  let core: TestCore
  beforeEach(async () => { core = await testCore() })
  afterEach(async () => { await core.close() })

  test('holds the chosen columns of the rows seen, is written down, and keeps a sensitive condition to itself', async () => {
    await onTheList(core, core, { familyName: 'Abara', mrn: '7790', fields: { reason: 'Alcohol withdrawal', sensitivity: 'substance-use' } })
    const file = await core.call('exports.list', { definition: wholeCaseload, format: 'csv', columns: ['patient', 'mrn', 'condition'] })
    const text = new TextDecoder().decode(Buffer.from(file.base64, 'base64'))
    expect(file).toMatchObject({ fileName: 'caseload-2026-11-22.csv', rows: 1 })
    expect(text).toContain('"Patient","MRN","Reason"')
    expect(text).toContain('"7790"')
    expect(text).not.toContain('Alcohol')
    expect(core.audit().at(-1)).toMatchObject({ action: 'worklist.exported' })
  })

  test('is a workbook a spreadsheet opens', async () => {
    await onTheList(core, core, { familyName: 'Okafor' })
    const file = await core.call('exports.list', { definition: wholeCaseload, format: 'xlsx', columns: ['patient'] })
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  test('with initials carries no name and no MRN', async () => {
    await onTheList(core, core, { familyName: 'Okafor', givenNames: 'Amaka', mrn: '7153627' })
    const list = await core.call('exports.printList', { definition: wholeCaseload, initials: true })
    expect(list.rows[0]).toMatchObject({ patientName: 'O.A.', mrn: 'unknown', nextAction: 'Open the case' })
    expect(JSON.stringify(list)).not.toMatch(/Okafor|Amaka|7153627/)
    expect(core.audit().at(-1)).toMatchObject({ action: 'worklist.printed' })
  })

  test('may be made by a lead and not by an assistant', async () => {
    const input = { definition: wholeCaseload, format: 'csv', columns: ['patient'] }
    expect(await core.asRole('assistant').reply('exports.list', input, core.deps.ids.next('command'))).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  })
})
