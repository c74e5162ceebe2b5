import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { zipParts } from '#electron/services/interchange/parser/zip-parts.ts'
import { patientByMrn } from './a-census.ts'
import { type ImportCore, importCore } from './import-core.ts'

// A busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let core: ImportCore
beforeEach(async () => { core = await importCore({ today: '2026-11-23' }) })
afterEach(() => core.close())

const text = (value: string) => ({ value, type: String })
const day = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'mm/dd/yyyy' })
const moment = (value: string) => ({ value: new Date(`${value}:00Z`), type: Date, format: 'mm/dd/yyyy hh:mm' })

/** A workbook as a ward clerk's program writes it: notes on a hidden first sheet, the census on the second; words as shared strings, days as numbers. */
async function workbook(): Promise<Uint8Array> {
  const written = await writeExcelFile([
    { sheet: 'Notes', data: [[text('Name'), text('MRN')], [text('Nobody, Here'), text('999')]] },
    {
      sheet: 'Census',
      data: [
        ['Name', 'MRN', 'DOB', 'Unit', 'Bed', 'Class', 'Admit'].map(text),
        [text('Abara, Ada'), text('101'), day('1950-01-02'), text('Medical'), text('4'), text('Inpatient'), moment('2026-11-21T10:00')],
        [text('Brandt, Bo'), text('102'), day('1961-03-20'), text('Medical'), text('5'), text('Observation'), moment('2026-11-22T03:30')],
      ],
    },
  ]).toBuffer()
  // The writer hides no sheet; Excel does it by this attribute.
  const parts = unzipSync(new Uint8Array(written))
  const name = 'xl/workbook.xml'
  return zipSync({ ...parts, [name]: strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace('name="Notes"', 'name="Notes" state="hidden"')) })
}

test('a workbook with a hidden first sheet, shared strings and date cells is imported as a census', async () => {
  const bytes = await workbook()
  const parts = await zipParts(bytes, 'census.xlsx', () => true)
  // What this test is about really is in the file.
  expect(parts.get('xl/workbook.xml')).toContain('state="hidden"')
  expect(parts.get('xl/sharedStrings.xml')).toContain('Abara, Ada')
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'caseboard-xlsx-')), 'census.xlsx')
  writeFileSync(file, bytes)
  const preview = await core.call('imports.preview', { handles: [core.offerFile(file)], as: 'auto' })
  expect(preview).toMatchObject({ kind: 'census', newAdmits: 2, problems: [], states: { new: 2, 'not-understood': 0 } })
  expect(await core.run(preview)).toMatchObject({ imported: 2, crashed: 0, unaccounted: 0 })
  const { patient } = await core.call('patients.get', { patientId: patientByMrn(core, '101') })
  expect(patient).toMatchObject({ familyName: 'Abara', givenNames: 'Ada', birthDate: plainDate('1950-01-02') })
  const [stay] = await core.call('stays.ofPatient', { patientId: patientByMrn(core, '102') })
  expect(stay?.stay).toMatchObject({ status: 'observation', arrivedAt: '2026-11-22T08:30:00.000Z', unitMoves: [expect.objectContaining({ unitId: core.units.medical, bed: '5' })] })
})
