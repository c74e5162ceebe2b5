import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { plusMinutes } from '#shared/kernel/instant.ts'
import { CommandId, PatientId } from '#shared/model/ids.ts'
import { sql } from '#electron/store/sql.ts'
import { type ImportCore, importCore } from './import-core.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const nadia = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/interchange/nadia-haddad.json'), 'utf8')
const file = (text: string): Record<string, string> => ({ 'nadia.json': text })

let core: ImportCore
beforeEach(async () => { core = await importCore() })
afterEach(() => core.close())

test('a bundle becomes a patient with names, numbers, language, contacts and coverage', async () => {
  const result = await core.import(file(nadia))
  expect(result).toMatchObject({ kind: 'fhir', patients: 1, resources: 19, imported: 17, unaccounted: 0, crashed: 0 })
  const { patient } = await core.call('patients.get', { patientId: thePatient() })
  expect(patient).toMatchObject({
    mrn: 'MRN-8801', familyName: 'Haddad', givenNames: 'Nadia M', sex: 'female', birthDate: '1948-03-05', language: 'Arabic', interpreterNeeded: 'yes', telecoms: [{ kind: 'phone', value: '555-0141' }],
    addresses: [{ city: 'Springfield' }], contacts: [{ name: 'Layla Haddad', relation: 'Daughter', phone: '555-0142' }], coverages: [{ payerName: 'Medicare', payerKind: 'medicare', memberNumber: '1EG4-TE5-MK73', startsOn: '2013-03-01', lastSeenOn: '2026-11-02' }],
  })
})

test('an encounter becomes a stay with its status changes, its bed on its ward and its disposition', async () => {
  await core.import(file(nadia))
  const [view] = await core.call('stays.ofPatient', { patientId: thePatient() })
  expect(view?.stay).toMatchObject({ kind: 'hospital', visitNumber: 'V-4471', status: 'discharged', disposition: 'snf', attending: 'Dr. Ada Okafor', facilityName: 'Test Hospital', unitMoves: [{ unitName: '4 West', bed: '412A' }] })
  expect(view?.stay.statusChanges.map(change => change.status)).toEqual(['emergency', 'observation', 'inpatient', 'discharged'])
})

test('conditions, procedures, lists and scores hang where they belong, and status codes are marked', async () => {
  await core.import(file(nadia))
  const facts = await core.call('patients.facts', { patientId: thePatient() })
  expect(JSON.stringify(facts)).toContain('Enoxaparin sodium 40 mg/0.4 mL')
  expect(rows(sql`SELECT code, is_history AS history, stay_id IS NOT NULL AS onStay FROM condition ORDER BY code`)).toEqual([{ code: 'S72.001A', history: 0, onStay: 1 }, { code: 'Z96.641', history: 1, onStay: 0 }])
  expect(rows(sql`SELECT instrument_id AS id, total FROM instrument_result ORDER BY id`)).toEqual([{ id: 'gad7', total: 4 }, { id: 'phq9', total: 7 }])
  expect(rows(sql`SELECT label, reaction FROM allergy`)).toEqual([{ label: 'Allergy to penicillin', reaction: 'Hives' }])
})

test('the same bundle twice changes nothing, whatever the order of its entries', async () => {
  await core.import(file(nadia))
  const before = rows(sql`SELECT id, version FROM patient`)
  const turned = JSON.parse(nadia)
  turned.entry.reverse()
  const again = await core.import(file(JSON.stringify(turned)))
  expect(again).toMatchObject({ imported: 0, unaccounted: 0, states: { same: 1 } })
  expect(rows(sql`SELECT id, version FROM patient`)).toEqual(before)
})

test('a newer bundle changes what changed, keeps what a person typed, and completes a stay somebody worked on', async () => {
  const ongoing = nadia.replace(', "end": "2026-11-07T11:20:00-05:00"', '').replace(/,\s*"end": "2026-11-07T11:20:00-05:00"/, '').replace('"status": "finished"', '"status": "in-progress"')
  await core.import(file(ongoing))
  const patientId = thePatient()
  const { patient: { id: _id, version, vital: _vital, mergedInto: _merged, ...fields } } = await core.call('patients.get', { patientId })
  await core.call('patients.correct', { patientId, expectedVersion: version, keepApartFrom: [], fields: { ...fields, language: 'Levantine Arabic' } })
  const [view] = await core.call('stays.ofPatient', { patientId })
  if (view === undefined) throw new Error('A stay was expected.')
  await core.call('stays.addUnitMove', { stayId: view.stay.id, expectedVersion: view.stay.version, move: { unitId: core.units.medical, unitName: 'Medical', room: 'unknown', bed: '7', from: view.stay.statusChanges.at(-1)?.from ?? view.stay.arrivedAt } })
  const preview = await core.preview(file(nadia.replace('Arabic', 'French').replace('555-0141', '555-0199')))
  const { rows: [row] } = await core.call('imports.previewRows', { previewId: preview.previewId, offset: 0, limit: 10, states: [], undecidedOnly: false })
  expect(row?.changes).toMatchObject([{ field: 'Language', kept: true }, { field: 'Phones', kept: false }])
  await core.run(preview)
  expect((await core.call('patients.get', { patientId })).patient).toMatchObject({ language: 'Levantine Arabic', telecoms: [{ value: '555-0199' }] })
  const [after] = await core.call('stays.ofPatient', { patientId })
  expect(after?.stay).toMatchObject({ status: 'discharged', disposition: 'snf' })
  expect(after?.stay.unitMoves.at(-1)).toMatchObject({ bed: '7' })
})

test('a stay somebody worked on is completed by every later file, however many come', async () => {
  const ongoing = nadia.replace(', "end": "2026-11-07T11:20:00-05:00"', '').replace(/,\s*"end": "2026-11-07T11:20:00-05:00"/, '').replace('"status": "finished"', '"status": "in-progress"')
  await core.import(file(ongoing))
  const [view] = await core.call('stays.ofPatient', { patientId: thePatient() })
  if (view === undefined) throw new Error('A stay was expected.')
  const from = plusMinutes(view.stay.statusChanges.at(-1)?.from ?? view.stay.arrivedAt, 30)
  await core.call('stays.addUnitMove', { stayId: view.stay.id, expectedVersion: view.stay.version, move: { unitId: core.units.medical, unitName: 'Medical', room: 'unknown', bed: '7', from } })
  for (const attending of ['Dr. Bo Lang', 'Dr. Cy Moss']) await core.import(file(ongoing.replaceAll('Okafor', attending)))
  expect((await core.call('stays.ofPatient', { patientId: thePatient() }))[0]?.stay.unitMoves.at(-1)).toMatchObject({ bed: '7' })
})

test('after a merge a file goes on changing the rows that are shown, not those left behind', async () => {
  await core.import(file(nadia))
  const other = nadia.replaceAll('000000000001', '000000000009').replace('MRN-8801', 'MRN-9902').replaceAll('urn:test-hospital', 'urn:other-hospital')
  await core.import(file(other))
  const [keep, away] = rows(sql`SELECT id, version FROM patient ORDER BY id`)
  const { mergeId } = await core.call('patients.merge', { keepPatientId: PatientId.parse(keep?.['id']), keepVersion: Number(keep?.['version']), mergePatientId: PatientId.parse(away?.['id']), mergeVersion: Number(away?.['version']), take: [] })
  const shown = () => rows(sql`SELECT label, reaction FROM allergy WHERE patient_id = ${keep?.['id'] ?? ''} AND removed_at IS NULL`)
  await core.import(file(other.replace('Hives', 'Anaphylaxis')))
  expect(shown()).toEqual([{ label: 'Allergy to penicillin', reaction: 'Anaphylaxis' }])
  expect(rows(sql`SELECT count(*) AS n FROM patient WHERE merged_into IS NULL`)).toEqual([{ n: 1 }])
  expect(mergeId).toBeTruthy()
})

test('the same name and birth date under another number stand side by side until a person decides', async () => {
  await core.import(file(nadia))
  const other = nadia.replaceAll('000000000001', '000000000009').replace('MRN-8801', 'MRN-9902').replace('urn:test-hospital', 'urn:other-hospital')
  const preview = await core.preview({ 'other.json': other })
  expect(preview.undecided).toBe(1)
  const { rows: [row] } = await core.call('imports.previewRows', { previewId: preview.previewId, offset: 0, limit: 10, states: [], undecidedOnly: true })
  expect(row?.duplicates).toMatchObject([{ patientId: thePatient(), because: ['same-name-and-birth-date'] }])
  await core.run(preview, [{ key: row?.key ?? '', choice: 'same-as', patientId: thePatient() }])
  expect(rows(sql`SELECT count(*) AS n FROM patient`)).toEqual([{ n: 1 }])
  expect(rows(sql`SELECT value FROM patient_identifier WHERE removed_at IS NULL AND value LIKE 'MRN%' ORDER BY value`)).toHaveLength(2)
})

test('another system that counts from one means somebody else by its patient 1', async () => {
  const one = (family: string, birthDate: string): string => JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', id: '1', name: [{ family }], birthDate } }] })
  await core.import({ 'a.json': one('Abara', '1950-01-01') })
  await core.import({ 'b.json': one('Brandt', '1960-02-02') })
  expect(rows(sql`SELECT family_name AS name FROM patient ORDER BY name`)).toEqual([{ name: 'Abara' }, { name: 'Brandt' }])
  expect(await core.import({ 'b.json': one('Brandt', '1960-02-02') })).toMatchObject({ imported: 0, states: { same: 1 } })
})

test('cancelled, whole patients stay and the others are accounted for, with parser and reader apart as in the product', async () => {
  await core.close()
  core = await importCore({ apart: true })
  const many = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`p${index}.json`, nadia.replaceAll('5d0e1a52-0000-4000-8000-00000000000', `5d0e1a52-0000-4000-8000-${String(index).padStart(4, '0')}0000000`).replace('MRN-8801', `M-${index}`).replace('1948-03-05', `19${40 + index}-03-05`)]))
  const preview = await core.preview(many)
  const commandId = CommandId.parse(core.deps.ids.next('command'))
  const running = core.call('imports.run', { previewId: preview.previewId, choices: [], openCases: false }, commandId)
  await vi.waitUntil(() => Number(rows(sql`SELECT count(*) AS n FROM patient`)[0]?.['n']) >= 2, { timeout: 30_000, interval: 1 })
  await core.call('jobs.cancel', { commandId })
  const result = await running
  expect(result).toMatchObject({ cancelled: true, unaccounted: 0, crashed: 0 })
  expect(result.patients).toBeLessThan(12)
  expect(rows(sql`SELECT count(*) AS n FROM patient`)).toEqual([{ n: result.patients }])
  expect(rows(sql`SELECT count(*) AS n FROM patient p WHERE (SELECT count(*) FROM condition c WHERE c.patient_id = p.id) <> 2`)).toEqual([{ n: 0 }])
  expect(await core.import(many)).toMatchObject({ states: { new: 12 - result.patients, same: result.patients } })
})

test('a death is shown and waits for one confirmation', async () => {
  await core.import(file(nadia.replace('"gender"', '"deceasedDateTime": "2026-11-20T04:00:00-05:00", "gender"')))
  expect((await core.call('patients.get', { patientId: thePatient() })).patient.vital).toEqual({ state: 'died', on: '2026-11-20', confirmed: false })
})

test('the history holds figures, never a name of a person or a file', async () => {
  await core.import(file(nadia))
  const written = JSON.stringify(core.audit().filter(row => /import|patient/.test(String(row['action']))))
  expect(written).toContain('import.run')
  for (const word of ['Haddad', 'Nadia', 'nadia.json', '8801']) expect(written).not.toContain(word)
})

test('a backup is made before the first row is written', async () => {
  await core.import(file(nadia))
  const actions = core.audit().map(row => String(row['action']))
  expect(actions.indexOf('backup.made')).toBeGreaterThan(-1)
  expect(actions.indexOf('backup.made')).toBeLessThan(actions.indexOf('patient.imported'))
})

test('who may not import is refused', async () => {
  await expect(core.asRole('administrator').call('imports.preview', { handles: ['x'], as: 'auto' })).rejects.toMatchObject({ shape: { code: 'forbidden' } })
})

function thePatient(): PatientId {
  return PatientId.parse(rows(sql`SELECT id FROM patient ORDER BY id LIMIT 1`)[0]?.['id'])
}

function rows(query: ReturnType<typeof sql>) {
  return core.deps.store.read(db => db.all(query)).map(row => ({ ...row }))
}
