import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isUlid } from '#shared/kernel/ids.ts'
import { idsFrom, systemIds } from '#electron/platform/ids.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { dataFolder, ensurePrivateFolder, readIfPresent, writeAndSync, writeFileSafely } from '#electron/platform/files.ts'
import { fileLog } from '#electron/platform/log.ts'
import { fixedClock } from '#tests/support/clock.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'caseboard-platform-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

test('ids differ, sort in order of making, and go on growing when the clock is set back', () => {
  let millis = 1_800_000_000_000
  const ids = idsFrom(() => millis, bytes => { bytes.fill(255) })
  const made = Array.from({ length: 3_000 }, (_, i) => {
    if (i === 1_000) millis += 5
    if (i === 2_000) millis -= 1_000_000
    return ids.next('patient')
  })
  expect(made.every(isUlid)).toBe(true)
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(systemIds(systemClock()).next('case')).not.toBe(systemIds(systemClock()).next('case'))
})

test('a log line never carries free text, whatever is put into the call', () => {
  const log = fileLog(folder, fixedClock())
  log.warn('import.failed', { rows: 12, isDone: false, reason: 'not-fhir', name: 'Jane Roe, 555-0100', 'Jane Roe': 1 })
  log.error('Error: cannot read Jane Roe')
  const lines = readFileSync(path.join(folder, 'caseboard.log'), 'utf8').trim().split('\n').map((line): unknown => JSON.parse(line))
  expect(lines).toEqual([
    { at: '2026-11-22T16:20:00.000Z', level: 'warn', event: 'import.failed', rows: 12, isDone: false, reason: 'not-fhir', name: '(withheld)', '(withheld)': 1 },
    { at: '2026-11-22T16:20:00.000Z', level: 'error', event: '(withheld)' },
  ])
})

test('a file is replaced as a whole, read by its owner only, and nothing is left beside it', () => {
  const place = path.join(folder, 'private')
  ensurePrivateFolder(place)
  const file = path.join(place, 'a.json')
  writeFileSafely(file, 'one')
  writeFileSafely(file, 'two')
  expect(readIfPresent(file)?.toString()).toBe('two')
  expect(readdirSync(place)).toEqual(['a.json'])
  if (process.platform !== 'win32') expect([statSync(file).mode & 0o777, statSync(place).mode & 0o777]).toEqual([0o600, 0o700])
  expect(() => { writeAndSync(file, 'three') }).toThrow(/EEXIST/)
  expect(readIfPresent(path.join(place, 'none'))).toBeNull()
  expect(() => readIfPresent(place)).toThrow(/EISDIR/)
})

test('the data folder follows the system’s custom', () => {
  if (process.platform !== 'linux') return
  expect(dataFolder({ XDG_DATA_HOME: '/srv/data' })).toBe('/srv/data/caseboard')
  expect(dataFolder({})).toBe(path.join(os.homedir(), '.local/share/caseboard'))
})
