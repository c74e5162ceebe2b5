import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { electronOnDisk, whyElectronCannotRun } from '#electron/entry/electron-runtime.ts'

describe('the Electron runtime', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'caseboard-electron-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('a package without a runtime has none, and nothing is fetched', () => {
    expect(electronOnDisk(folder)).toBeNull()
  })

  test('a path without its program is no runtime', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron')
    expect(electronOnDisk(folder)).toBeNull()
  })

  test('a runtime on disk is found', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron')
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'dist/electron'), '')
    expect(electronOnDisk(folder)).toBe(`${folder}/dist/electron`)
  })

  test('a Linux session without a display cannot show it', () => {
    expect(whyElectronCannotRun('linux', {}, 1000)).toBe('this session has no display')
    expect(whyElectronCannotRun('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeNull()
  })

  test('root gets no sandbox and therefore no Electron', () => {
    expect(whyElectronCannotRun('linux', { DISPLAY: ':0' }, 0)).toContain('root')
  })

  test('Windows and macOS always have a display', () => {
    expect(whyElectronCannotRun('win32', {}, -1)).toBeNull()
    expect(whyElectronCannotRun('darwin', {}, 501)).toBeNull()
  })
})
