import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import type { ImportCore } from './import-core.ts'

/** Third-party samples, never part of the repository: where they are absent the tests of them are skipped. */
const samples = path.resolve(import.meta.dirname, '../../../../shared/data/samples')

export const noSamples = 'no samples of Synthea'

export const bundles: readonly string[] = ['smart', 'heart', 'geri'].flatMap(folder => filesIn(`fhir-synthea/${folder}`, '.json'))
export const tables: readonly string[] = filesIn('csv-synthea', '.csv')

/** Previews and imports files where they lie; the preview must account for everything. */
export async function importFiles(at: ImportCore, files: readonly string[]) {
  const preview = await at.call('imports.preview', { handles: files.map(file => at.offerFile(file)), as: 'auto' })
  expect(preview.unaccounted).toBe(0)
  return at.call('imports.run', { previewId: preview.previewId, choices: [], openCases: false })
}

function filesIn(folder: string, extension: string): readonly string[] {
  const place = path.join(samples, folder)
  return existsSync(place) ? readdirSync(place).filter(name => name.endsWith(extension)).map(name => path.join(place, name)) : []
}
