import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ensurePrivateFolder, writeFileSafely } from '#electron/platform/files.ts'
import { childEnvironment } from '#electron/platform/processes.ts'
import { temporaryFolder } from '#tests/support/store.ts'

test('on Windows the folder’s access list names this user, the system and its administrators, and inherits nothing', () => {
  const folder = path.join(temporaryFolder('acl'), 'Caseboard')
  const ran: (readonly string[])[] = []
  ensurePrivateFolder(folder, { isWindows: true, user: String.raw`WARD\nora`, run: (program, words) => { ran.push([program, ...words]); return 0 } })
  expect(existsSync(folder)).toBe(true)
  expect(ran).toEqual([['icacls', folder, '/inheritance:r', '/grant:r', String.raw`WARD\nora:(OI)(CI)F`, '/grant:r', '*S-1-5-18:(OI)(CI)F', '/grant:r', '*S-1-5-32-544:(OI)(CI)F', '/Q']])
})

test('a folder that Windows does not close to others is not used', () => {
  const folder = path.join(temporaryFolder('acl'), 'Caseboard')
  expect(() => { ensurePrivateFolder(folder, { isWindows: true, user: 'nora', run: () => 5 }) }).toThrow('could not be closed to other users')
})

test('elsewhere the folder is its owner’s alone', () => {
  const folder = path.join(temporaryFolder('mode'), 'caseboard')
  mkdirSync(folder, { mode: 0o755 })
  ensurePrivateFolder(folder)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a file that cannot be replaced leaves nothing beside it, and a file of the person’s that looks like ours stays', () => {
  const folder = temporaryFolder('replace')
  const file = path.join(folder, 'list.csv')
  mkdirSync(file)
  writeFileSync(`${file}.new`, 'the person’s own')
  expect(() => { writeFileSafely(file, 'synthetic patients') }).toThrow()
  expect(readdirSync(folder).sort()).toEqual(['list.csv', 'list.csv.new'])
  expect(readFileSync(`${file}.new`, 'utf8')).toBe('the person’s own')
})

test('a release hands no library to be preloaded on to its processes', () => {
  const environment = { PATH: '/bin', LD_PRELOAD: '/tmp/x.so', FAKETIME: '+3d', NODE_OPTIONS: '--inspect' }
  expect(childEnvironment(environment, true)).toEqual({ PATH: '/bin' })
  expect(Object.keys(childEnvironment(environment, false))).toEqual(['PATH', 'LD_PRELOAD', 'FAKETIME'])
})
