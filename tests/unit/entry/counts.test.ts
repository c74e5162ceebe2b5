import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { countsVariable, forbiddenSkips, readCounts, reportCounts, totalLine } from '#electron/entry/counts.ts'

const vitest = { runner: 'vitest', passed: 40, failed: 1, skipped: ['no strace'] }
const playwright = { runner: 'playwright', passed: 10, failed: 0, skipped: ['no Electron runtime', 'no Electron runtime', 'no samples (fhir-synthea)'] }

describe('the sum of all test runners', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caseboard-counts-'))
    vi.stubEnv(countsVariable, join(folder, 'counts.jsonl'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  test('what runners report is read back', () => {
    reportCounts(vitest)
    reportCounts(playwright)
    expect(readCounts(join(folder, 'counts.jsonl'))).toEqual([vitest, playwright])
  })

  test('no runner at all is an empty sum', () => {
    expect(readCounts(join(folder, 'none'))).toEqual([])
  })

  test('the last line sums passed, failed and skipped', () => {
    expect(totalLine([vitest, playwright])).toBe('50 passed, 1 failed, 4 skipped')
  })

  test('a build server may lack the Electron runtime and the samples, nothing else', () => {
    expect(forbiddenSkips([vitest, playwright])).toEqual(['no strace'])
  })
})
