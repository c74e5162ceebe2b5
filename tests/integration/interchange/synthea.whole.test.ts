import { afterEach, expect, test } from 'vitest'
import { importCore, type ImportCore } from './import-core.ts'
import { bundles, importFiles, noSamples, tables } from './synthea.ts'

let core: ImportCore | null = null
afterEach(async () => {
  await core?.close()
  core = null
})

test('every resource of every Synthea bundle is imported or listed with its reason, and the same files twice change nothing', async context => {
  if (bundles.length === 0) context.skip(noSamples)
  core = await importCore({ apart: true })
  const first = await importFiles(core, bundles)
  expect(first).toMatchObject({ files: 29, patients: 29, crashed: 0, unaccounted: 0, cancelled: false })
  expect(first.imported).toBeGreaterThan(7_000)
  expect(first.states.new).toBe(29)
  const second = await importFiles(core, bundles)
  expect(second).toMatchObject({ imported: 0, crashed: 0, unaccounted: 0, states: { new: 0, changed: 0, same: 29 } })
})

test('every row of the Synthea tables is imported or listed with its reason', async context => {
  if (tables.length === 0) context.skip(noSamples)
  core = await importCore({ apart: true })
  const first = await importFiles(core, tables)
  expect(first).toMatchObject({ kind: 'tables', patients: 36, crashed: 0, unaccounted: 0 })
  expect((await importFiles(core, tables)).imported).toBe(0)
})
