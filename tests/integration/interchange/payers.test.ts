import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { sql } from '#electron/store/sql.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { aCensus, openCaseIdOf, patientByMrn } from './a-census.ts'
import { type ImportCore, importCore } from './import-core.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let core: ImportCore
beforeEach(async () => { core = await importCore({ today: '2026-11-25' }) })
afterEach(() => core.close())

const census = (day: string, payer: string) => ({ 'c.csv': aCensus(`11/${day}/2026 07:02`, 'MRN,Name,DOB,Unit,Bed,Patient Class,Admit Date,Payer', `C-1,"Silva, Ana",04/01/1950,ICU,4,Inpatient,11/20/2026 08:00,${payer}`) })
const payers = async (mrn: string) => {
  const caseId = openCaseIdOf(core, mrn)
  const onList = core.deps.store.read(db => db.get(sql`SELECT payer_name AS name FROM case_summary WHERE case_id = ${caseId}`))?.['name']
  const { payer } = await core.call('cases.get', { caseId })
  return { onList, onCase: payer === 'unknown' ? payer : payer.name }
}
const openCaseFor = (patientId: PatientId) => core.call('cases.open', { patientId, fields: aCase(), openedOn: plainDate('2026-11-20'), stayId: 'none' })

test('a census that names another payer changes list and case, and back again', async () => {
  await core.run(await core.preview(census('22', 'Self-pay')), [], true)
  expect(await payers('C-1')).toEqual({ onList: 'Self-pay', onCase: 'Self-pay' })
  await core.import(census('23', 'Medicaid'))
  expect(await payers('C-1')).toEqual({ onList: 'Medicaid', onCase: 'Medicaid' })
  await core.import(census('24', 'Self-pay'))
  expect(await payers('C-1')).toEqual({ onList: 'Self-pay', onCase: 'Self-pay' })
  expect(await core.import(census('25', 'Self-pay'))).toMatchObject({ states: { same: 1, changed: 0 } })
})

test('the payer seen last in claims is the payer, not the first one ever seen, and the plan asks no other', async () => {
  const claim = (id: string, payer: string, on: string) => ({ resource: { resourceType: 'Claim', id, patient: { reference: 'Patient/1' }, status: 'active', billablePeriod: { start: on }, insurance: [{ focal: true, coverage: { display: payer } }] } })
  const bundle = { resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', id: '1', identifier: [{ type: { coding: [{ code: 'MR' }] }, value: 'F-1' }], name: [{ family: 'Abara', given: ['Chi'] }], birthDate: '1950-01-01' } }, claim('a', 'Blue Cross Blue Shield', '2009-03-01'), claim('b', 'Medicare', '2026-10-01')] }
  await core.import({ 'b.json': JSON.stringify(bundle) })
  await openCaseFor(patientByMrn(core, 'F-1'))
  expect(await payers('F-1')).toEqual({ onList: 'Medicare', onCase: 'Medicare' })
})

test('what a person typed keeps its order, and a payer whose term is over is not the payer', async () => {
  const coverage = { memberNumber: 'unknown' as const, startsOn: 'unknown' as const, lastSeenOn: 'unknown' as const }
  const { patientId } = await core.call('patients.create', { keepApartFrom: [], fields: aPatient({ mrn: 'T-1', coverages: [
    { ...coverage, payerName: 'Acme', payerKind: 'commercial', endsOn: plainDate('2026-11-01') }, { ...coverage, payerName: 'Medicare', payerKind: 'medicare', endsOn: 'unknown' }, { ...coverage, payerName: 'Medicaid', payerKind: 'medicaid', endsOn: 'unknown', lastSeenOn: plainDate('2026-11-20') },
  ] }) })
  await openCaseFor(patientId)
  expect(await payers('T-1')).toEqual({ onList: 'Medicare', onCase: 'Medicare' })
})
