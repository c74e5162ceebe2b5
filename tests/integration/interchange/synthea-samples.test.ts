import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { importCore, type ImportCore } from './import-core.ts'

/** Third-party samples, never part of the repository: where they are absent these tests are skipped. */
const samples = path.resolve(import.meta.dirname, '../../../../shared/data/samples')
const bundles = ['smart', 'heart', 'geri'].flatMap(folder => filesIn(`fhir-synthea/${folder}`, '.json'))
const tables = filesIn('csv-synthea', '.csv')

let core: ImportCore | null = null
afterEach(async () => {
  await core?.close()
  core = null
})

test.skipIf(bundles.length === 0)('every resource of every Synthea bundle is imported or listed with its reason, and the same files twice change nothing', { timeout: 120_000 }, async () => {
  core = await importCore()
  const first = await importFiles(core, bundles)
  expect(first).toMatchObject({ files: 29, patients: 29, crashed: 0, unaccounted: 0, cancelled: false })
  expect(first.imported).toBeGreaterThan(7_000)
  expect(first.states.new).toBe(29)
  const second = await importFiles(core, bundles)
  expect(second).toMatchObject({ imported: 0, crashed: 0, unaccounted: 0, states: { new: 0, changed: 0, same: 29 } })
})

test.skipIf(tables.length === 0)('every row of the Synthea tables is imported or listed with its reason', { timeout: 120_000 }, async () => {
  core = await importCore()
  const first = await importFiles(core, tables)
  expect(first).toMatchObject({ kind: 'tables', patients: 36, crashed: 0, unaccounted: 0 })
  expect((await importFiles(core, tables)).imported).toBe(0)
})

async function importFiles(at: ImportCore, files: readonly string[]) {
  const preview = await at.call('imports.preview', { handles: files.map(file => at.offerFile(file)), as: 'auto' })
  expect(preview.unaccounted).toBe(0)
  return at.call('imports.run', { previewId: preview.previewId, choices: [], openCases: false })
}

function filesIn(folder: string, extension: string): readonly string[] {
  const place = path.join(samples, folder)
  return existsSync(place) ? readdirSync(place).filter(name => name.endsWith(extension)).map(name => path.join(place, name)) : []
}
