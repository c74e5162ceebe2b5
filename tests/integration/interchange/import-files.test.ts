import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importFiles } from '#electron/cli/import-files.ts'
import { temporaryFolder } from '#tests/support/store.ts'
import { type ImportCore, importCore } from './import-core.ts'

// A busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const bundle = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/interchange/nadia-haddad.json'), 'utf8')
const ward = (name: string, mrn: string) => `As of 11/22/2026 07:02\nName,MRN,DOB,Unit,Bed,Class,Admit\n"${name}",${mrn},01/02/1950,Medical,4,Inpatient,11/21/2026 10:00\n`

let core: ImportCore
let folder: string
beforeEach(async () => {
  core = await importCore({ today: '2026-11-23' })
  folder = temporaryFolder('import-files')
})
afterEach(() => core.close())

async function run(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  const out: string[] = []
  const err: string[] = []
  const code = await importFiles({ words: [folder], json: true }, {
    client: core, host: { onEvent: () => () => undefined }, say: line => { out.push(line) }, note: line => { err.push(line) },
    files: { offerPath: file => ({ handle: core.offerFile(file), name: path.basename(file), bytes: statSync(file).size }) },
  })
  return { code, out, err: err.join('\n'), report: JSON.parse(out[0] ?? '{}') as unknown }
}

test('two ward lists of one name beside a bundle are all imported, each by itself', async () => {
  const { code, out, report, err } = await run({ '4west/census.csv': ward('Abara, Ada', '101'), '5north/census.csv': ward('Brandt, Bo', '102'), 'nadia.json': bundle })
  expect(err).toBe('')
  expect({ code, lines: out.length }).toEqual({ code: 0, lines: 1 })
  expect(report).toMatchObject({ files: 3, patients: 3, crashed: 0, unaccounted: 0 })
  expect(await core.call('search.patients', { text: 'Brandt' })).toHaveLength(1)
})

test('a file that could not be read is named on standard error, counted, and answered with 1; the others are imported', async () => {
  const { code, report, err } = await run({ 'a.csv': ward('Abara, Ada', '101'), 'broken.json': '{ "resourceType": ', 'c.csv': ward('Castel, Cy', '103') })
  expect(code).toBe(1)
  expect(report).toMatchObject({ files: 3, patients: 2, unaccounted: 0, notUsed: { 'File not read.': 1 } })
  expect(err).toContain('broken.json, at its end')
  expect(err).not.toContain('left out')
})

test('a list whose columns nobody can guess stops no other and is answered with 1', async () => {
  const { code, report, err } = await run({ 'a.csv': 'x,y\n1,2\n3,4\n', 'b.csv': ward('Brandt, Bo', '102') })
  expect(code).toBe(1)
  expect(report).toMatchObject({ patients: 1, notUsed: { 'File not read.': 1 } })
  expect(err).toContain('a.csv, as a whole: it still needs')
})
