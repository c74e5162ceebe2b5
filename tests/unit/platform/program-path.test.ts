import { describe, expect, test } from 'vitest'
import { programPath, programPathFrom, programSources } from '#electron/platform/program-path.ts'
import { inProject } from '#electron/entry/project-root.ts'

describe('where a sibling program lies', () => {
  test('run from source it is the source', () => {
    expect(programPath('reader-worker')).toBe(inProject('electron/store/reader-worker.ts'))
    expect(programPath('core')).toBe(inProject('electron/core.ts'))
  })

  test.each(Object.keys(programSources))('in the build %s is the bundle beside the one that asks, chunks included', (name) => {
    const known = Object.keys(programSources).find((key): key is keyof typeof programSources => key === name)
    expect(known && programPathFrom('file:///app/out/main/chunk-program-path-abc.js', known)).toBe(`/app/out/main/${name}.js`)
  })
})
