import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { nested, zipOf } from './support/hostile-files.ts'
import { type Said, readInHelper } from './support/read-in-helper.ts'

/** T21: what people choose by mistake or out of malice, read by the real helper process with its real memory limit. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'caseboard-bad-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const patient = (id = 'p1', more: object = {}) => ({ resource: { resourceType: 'Patient', id, name: [{ family: 'Test', given: ['Ada'] }], birthDate: '1950-01-02', ...more } })
const condition = (id: string, more: object = {}) => ({ resource: { resourceType: 'Condition', id, subject: { reference: 'Patient/p1' }, code: { text: 'Hip fracture' }, ...more } })
const bundle = (...entry: readonly object[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })

describe('files that are refused whole, each in one sentence with file, place and reason', () => {
  const refused: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['not-json.json', 'hello there', 'not-json.json, as a whole: it is not JSON, so nothing of it was read.'],
    ['cut.json', '{"resourceType":"Bundle","entry":[', 'cut.json, at its end: it is not JSON, so nothing of it was read.'],
    ['deep.json', nested(1_000_000), 'deep.json, line 1: it is nested more than 64 levels deep, so nothing of it was read.'],
    ['not-fhir.json', '{"a":1}', 'not-fhir.json, as a whole: it is JSON but not FHIR (it has no resourceType), so nothing of it was read.'],
    ['list.json', '[1,2]', 'list.json, as a whole: it is JSON but not FHIR (it is not an object), so nothing of it was read.'],
    ['nobody.json', bundle(condition('c1')), 'nobody.json, as a whole: it holds no Patient, so nothing of it can be told to belong to anybody.'],
    ['empty-bundle.json', bundle(), 'empty-bundle.json, Bundle.entry: the bundle is empty.'],
    ['stu3.json', bundle(patient(), condition('c1', { clinicalStatus: 'active' })), 'stu3.json, as a whole: it looks like FHIR STU3; Caseboard reads FHIR R4, so nothing of it was read.'],
    ['dstu2.json', bundle(patient('p1', { careProvider: [] })), 'dstu2.json, as a whole: it looks like FHIR DSTU2; Caseboard reads FHIR R4, so nothing of it was read.'],
    ['r5.json', bundle(patient(), { resource: { resourceType: 'Encounter', class: [{}] } }), 'r5.json, as a whole: it looks like FHIR R5; Caseboard reads FHIR R4, so nothing of it was read.'],
    ['empty.csv', '', 'empty.csv, as a whole: it is empty.'],
    ['xxe.xml', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'xxe.xml, as a whole: it is XML; Caseboard reads FHIR as JSON and tables, so it was not read.'],
    ['bytes.json', Uint8Array.of(0x7b, 0xff, 0xc0, 0x7d), 'bytes.json, as a whole: its text is not UTF-8, so it was not read.'],
    ['open.csv', `Name,MRN\n"${'x'.repeat(19_000_000)}`, 'open.csv, row 2: a quotation mark is never closed, so it was not read.'],
    ['wide.csv', `${'a,'.repeat(2_000_000)}\n1,2\n`, 'wide.csv, row 1: there are more than 200 columns, so it was not read.'],
    ['long.csv', `Name,MRN\n${'y'.repeat(200_000)},1\n`, 'long.csv, row 2: a field is longer than 100,000 characters, so it was not read.'],
    ['bomb.xlsx', zipOf([{ name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') }, { name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(512 * 1024 * 1024) }]), 'bomb.xlsx, as a whole: unpacked it is larger than 24 MB a sheet, so it was not read.'],
    ['lying.xlsx', zipOf([{ name: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(64 * 1024 * 1024), declared: 100 }]), 'lying.xlsx, as a whole: one of its parts is not what the file says it is, so it was not read.'],
    ['laughs.xlsx', zipOf([{ name: 'xl/workbook.xml', data: Buffer.from('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><workbook>&b;</workbook>') }]), 'laughs.xlsx, as a whole: it carries a DOCTYPE, which no workbook needs, so it was not read.'],
    ['slip.xlsx', zipOf([{ name: '../../slip.txt', data: Buffer.from('x') }]), 'slip.xlsx, as a whole: it is not an Excel workbook that can be opened, so it was not read.'],
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0), 'old.xls, as a whole: it is an old Excel file (.xls); save it as .xlsx or CSV, so it was not read.'],
  ]

  test('in one process, one after the other, within its memory', async () => {
    const said = await read(Object.fromEntries(refused.map(([name, content]) => [name, content])))
    expect(said.files.map(file => file.refused).toSorted()).toEqual(refused.map(([, , sentence]) => sentence).toSorted())
    expect(said.patients).toEqual([])
    expect(said.rows).toBe(0)
    expect(said.filesWritten).toEqual([])
    expect(said.peakMegabytes).toBeLessThan(1_200)
  })

  test('200 MB are refused by size, unopened', async () => {
    const said = await read({ 'huge.json': { bytes: 200 * 1024 * 1024 } })
    expect(said.files[0]?.refused).toBe('huge.json, as a whole: it has 200 MB; files are read up to 64 MB, so it was not read.')
  })

  test('a bad file keeps no good one from being read', async () => {
    const said = await read({ 'a.json': 'no', 'b.json': bundle(patient()), 'c.json': nested(1_000_000) })
    expect(said.files.map(file => file.refused === 'no')).toEqual([false, true, false])
    expect(said.patients).toHaveLength(1)
  })
})

describe('faults inside a bundle: what is whole comes in, the rest is named', () => {
  const cases: readonly [string, string, readonly string[], { patients: number; records: number }][] = [
    ['a reference to nothing', bundle(patient(), condition('c1'), condition('c2', { subject: { reference: 'Patient/nobody' } })), ['entry 3 (Condition c2): the patient it names is not among the chosen files; it was left out.'], { patients: 1, records: 1 }],
    ['no subject at all', bundle(patient(), { resource: { resourceType: 'Condition', id: 'c1', code: { text: 'x' } } }), ['entry 2 (Condition c1): it names no patient; it was left out.'], { patients: 1, records: 0 }],
    ['a stay that is not there', bundle(patient(), condition('c1', { encounter: { reference: 'Encounter/none' } })), ['entry 2 (Condition c1), encounter: the stay it belongs to is not in the file; it was kept without it.'], { patients: 1, records: 1 }],
    ['an impossible day', bundle(patient(), condition('c1', { onsetDateTime: '2026-02-30' })), ['entry 2 (Condition c1), onsetDateTime: it has a date or time that does not exist; it was left out.'], { patients: 1, records: 0 }],
    ['an impossible hour', bundle(patient(), condition('c1', { onsetDateTime: '2026-02-03T25:00:00Z' })), ['entry 2 (Condition c1), onsetDateTime: it has a date or time that does not exist; it was left out.'], { patients: 1, records: 0 }],
    ['an end before the start', bundle(patient(), { resource: { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'IMP' }, subject: { reference: 'Patient/p1' }, period: { start: '2026-02-03', end: '2026-02-01' } } }),
      ['entry 2 (Encounter e1), period: its period ends before it starts; it was left out.'], { patients: 1, records: 0 }],
    ['two patients', bundle(patient(), patient('p2', { name: [{ family: 'Other' }] }), condition('c1')), ['as a whole: it holds 2 patients; each was read on its own.'], { patients: 2, records: 1 }],
    ['markup in a name', bundle(patient('p1', { name: [{ family: '<img src=x onerror=alert(1)>', given: ['Ada'] }] })), ['entry 1 (Patient p1), name: the name holds markup; it was kept as plain text.'], { patients: 1, records: 0 }],
    ['NUL in a name', bundle(patient('p1', { name: [{ family: 'A\u0000B' }] }), condition('c1')), ['entry 1 (Patient p1), family: it has characters that cannot be stored; it was left out.'], { patients: 0, records: 0 }],
    ['a lone surrogate', bundle(patient(), condition('c1', { code: { text: 'x\uD800y' } })), ['entry 2 (Condition c1), text: it has characters that cannot be stored; it was left out.'], { patients: 1, records: 0 }],
    ['one id, two contents', bundle(patient(), condition('c1'), condition('c1', { code: { text: 'Another' } })), ['entry 3 (Condition c1): another entry with the same id says something else; it was left out.'], { patients: 1, records: 1 }],
    ['one patient id, two people', bundle(patient(), patient('p1', { birthDate: '1960-01-01' }), condition('c1')), ['entry 2 (Patient p1): another entry with the same id says something else; it was left out.'], { patients: 0, records: 0 }],
    ['a birth date in the future', bundle(patient('p1', { birthDate: '2190-01-01' })), ['entry 1 (Patient p1), birthDate: it has a date in the future that can only lie in the past; it was left out.'], { patients: 0, records: 0 }],
    ['an entry that is nothing', bundle(patient(), { resource: 7 }, { nothing: true }), ['entry 2: it is not a FHIR resource; it was left out.', 'entry 3: it is not a FHIR resource; it was left out.'], { patients: 1, records: 0 }],
    ['a list where R4 has an object', bundle(patient(), condition('c1', { code: [{ text: 'x' }] })), ['entry 2 (Condition c1), code: a part of it is not what FHIR R4 asks for; it was left out.'], { patients: 1, records: 0 }],
    ['a prototype key', bundle(patient(), JSON.parse('{"__proto__":{"polluted":1},"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"},"code":{"text":"x"},"constructor":{"prototype":{"polluted":1}}}}')), [], { patients: 1, records: 1 }],
  ]
  test('each gets its sentence, and every entry is accounted for', async () => {
    const said = await read(Object.fromEntries(cases.map(([, text], index) => [`f${index}.json`, text])))
    for (const [index, [what, text, sentences, kept]] of cases.entries()) {
      const name = `f${index}.json`
      const own = said.patients.filter(each => each.file === name)
      expect(said.problems.filter(each => each.file === name).map(each => each.sentence), what).toEqual(sentences.map(sentence => `${name}, ${sentence}`))
      expect({ patients: own.length, records: own.reduce((sum, each) => sum + each.records, 0) }, what).toEqual(kept)
      expect(said.accounted(name), what).toBe(entriesIn(text))
    }
  })

  test('NDJSON is read line by line; a line that is not JSON is named', async () => {
    const lines = [patient().resource, condition('c1').resource].map(each => JSON.stringify(each))
    const said = await read({ 'bulk.ndjson': `${lines[0]}\nbroken\n${lines[1]}\n` })
    expect(said.patients).toMatchObject([{ records: 1 }])
    expect(said.problems[0]?.sentence).toBe('bulk.ndjson, line 2: it is not JSON; it was left out.')
  })

  test.each([['utf16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bundle(patient()), 'utf16le')])], ['a byte order mark', Buffer.from(`\uFEFF${bundle(patient())}`)]])('%s is read', async (_what, content) => {
    expect((await read({ 'a.json': content })).patients).toHaveLength(1)
  })

  test('a column named __proto__ is a column like any other', async () => {
    expect((await read({ 'p.csv': '__proto__,Name\nx,"Test, Ada"\n' })).rows).toBe(2)
  })
})

test('nothing of a file reaches a place outside, and the helper writes nothing', async () => {
  const said = await read({ 'slip.xlsx': zipOf([{ name: '../../../../tmp/caseboard-slip.txt', data: Buffer.from('x') }]), 'ok.json': bundle(patient()) })
  expect(said.filesWritten).toEqual([])
})

type Content = string | Uint8Array | { readonly bytes: number }

function read(files: Readonly<Record<string, Content>>): Promise<Said> {
  return readInHelper(folder, Object.entries(files).map(([name, content]) => {
    if (typeof content === 'object' && 'bytes' in content) return { handle: name, name, bytes: content.bytes, source: { withheld: 'too-big' as const } }
    const file = path.join(folder, name)
    writeFileSync(file, content)
    return { handle: name, name, bytes: Buffer.byteLength(content), source: { path: file } }
  }))
}

function entriesIn(text: string): number {
  const parsed: { entry: unknown[] } = JSON.parse(text)
  return parsed.entry.length
}
