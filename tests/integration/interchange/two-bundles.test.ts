import { expect, test } from 'vitest'
import { importCore } from './import-core.ts'
import { bundles, importFiles, noSamples } from './synthea.ts'

// All of them stand in synthea.samples.test.ts, which only `npm test` runs.
const two = bundles.filter(file => /Trenton|Filiberto/.test(file))

test('two Synthea bundles are imported or accounted for to the last resource, and the same files twice change nothing', async context => {
  if (two.length === 0) context.skip(noSamples)
  const core = await importCore()
  expect(await importFiles(core, two)).toMatchObject({ files: 2, patients: 2, crashed: 0, unaccounted: 0, cancelled: false, states: { new: 2 } })
  expect(await importFiles(core, two)).toMatchObject({ imported: 0, crashed: 0, unaccounted: 0, states: { new: 0, changed: 0, same: 2 } })
  await core.close()
})
