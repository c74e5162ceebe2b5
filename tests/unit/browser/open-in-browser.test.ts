import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { findOpener, openInBrowser, writeRedirect } from '#electron/browser/open-in-browser.ts'
import { temporaryFolder } from '#tests/support/store.ts'

const token = 'k'.repeat(43)
const address = `http://127.0.0.1:4711/start/${token}`

test.skipIf(process.platform === 'win32')('the file that carries the address is readable by this user alone, in a folder of its own', () => {
  const { folder, file } = writeRedirect(address, temporaryFolder('redirect'))
  expect([statSync(folder).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
  expect(path.dirname(file)).toBe(folder)
  expect(readFileSync(file, 'utf8')).toContain(address)
})

test.skipIf(process.platform !== 'linux')('the browser is started with the file, so that the token is on no command line; the file goes when asked', async () => {
  const folder = temporaryFolder('opener')
  const heard = path.join(folder, 'heard')
  writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${heard}'\n`)
  chmodSync(path.join(folder, 'xdg-open'), 0o700)
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`)
  const opened = openInBrowser(address, { PATH: folder, DISPLAY: ':0', XDG_RUNTIME_DIR: folder })
  vi.unstubAllEnvs()
  await vi.waitFor(() => { expect(readFileSync(heard, 'utf8')).toMatch(/open\.html$/) }, { timeout: 10_000 })
  const file = readFileSync(heard, 'utf8')
  expect(file).not.toContain(token)
  expect(existsSync(file)).toBe(true)
  opened?.remove()
  expect(existsSync(file)).toBe(false)
})

test('without a display or a browser nothing is opened, so that the address is printed instead', () => {
  expect(findOpener('linux', { PATH: '/usr/bin' })).toBeNull()
  expect(findOpener('linux', { PATH: '/nonexistent', DISPLAY: ':0' })).toBeNull()

})
