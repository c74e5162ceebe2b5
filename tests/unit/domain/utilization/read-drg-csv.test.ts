import { expect, test } from 'vitest'
import { readDrgCsv } from '#shared/domain/utilization/read-drg-csv.ts'

const heading = ['MS-DRG', 'MDC', 'TYPE', 'MS-DRG Title', 'Weights', 'Geometric mean LOS', 'Arithmetic mean LOS']
const row = ['1', 'PRE', 'SURG', 'HEART TRANSPLANT', '28.0828', '24.5', '35.5']

test('columns are found by their headings, whatever their order and spelling', () => {
  const result = readDrgCsv([heading, row])
  expect(result).toMatchObject({ kind: 'read', rows: [{ code: '001', type: 'surgical', gmlosDays: 24.5, amlosDays: 35.5, postAcuteTransfer: 'unknown' }] })
})

test('an empty or zero length of stay is unknown, never 0', () => {
  expect(readDrgCsv([heading, ['998', '', 'MED', 'PRINCIPAL DIAGNOSIS INVALID', '0.0000', '0.0', '']])).toMatchObject({ kind: 'read', rows: [{ gmlosDays: 'unknown', amlosDays: 'unknown', mdc: 'unknown' }] })
})

test.each([
  ['no heading for the GMLOS', [['MS-DRG', 'Title'], ['1', 'X']], 1],
  ['a DRG twice', [heading, row, row], 3],
  ['a figure that is no number', [heading, ['2', '', '', 'X', '1', '3,5', '4']], 2],
  ['a GMLOS longer than the AMLOS', [heading, ['2', '', '', 'X', '1', '5', '4']], 2],
  ['a DRG of four digits', [heading, ['2911', '', '', 'X', '1', '3', '4']], 2],
  ['nothing but headings', [heading], 1],
  ['nothing at all', [], 1],
])('%s refuses the file and names the line', (_, grid, line) => {
  expect(readDrgCsv(grid)).toMatchObject({ kind: 'refused', line })
})
