import { closeSync, openSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { instant } from '#shared/kernel/instant.ts'
import { temporaryFolder } from '#tests/support/store.ts'
import { readCliArguments } from '#electron/cli/arguments.ts'
import { newestOf } from '#electron/cli/restore-backup.ts'
import { secretFromFile } from '#electron/cli/secret-input.ts'
import { readArguments } from '#electron/shell/arguments.ts'

const refused = (...words: string[]): string => {
  const read = readCliArguments(words)
  return read.ok ? '' : read.sentence
}

test('a passphrase has no place on the command line', () => {
  expect(refused('backup', '--passphrase', 'secret')).toContain('There is no switch')
  expect(refused('backup', '--passphrase=secret')).toContain('There is no switch')
  expect(refused('backup', '--passphrase-fd', 'secret')).toContain('number of an open file')
})

test('the input of a call stands on standard input only', () => {
  expect(refused('call', 'patients.get')).toContain('standard input')
  expect(refused('call', 'patients.get', '{"patientId":"x"}')).toContain('standard input')
  expect(readCliArguments(['call', 'patients.get', '-']).ok).toBe(true)
})

test('commands take what belongs to them and nothing else', () => {
  expect(readCliArguments(['import', 'a.json', 'b', '--json', '--profile=/p', '--user', 'nora', '--passphrase-fd', '3'])).toEqual({
    ok: true, value: { command: 'import', words: ['a.json', 'b'], json: true, profile: '/p', demoKey: false, user: 'nora', passphraseFd: 3, from: null, recoveryKey: false },
  })
  for (const words of [['import'], ['backup', 'x'], ['destroy'], ['verify', '--force'], ['restore', 'a', 'b']]) expect(refused(...words)).not.toBe('')
})

test('the window and the browser shell know three switches', () => {
  expect(readArguments(['--demo', '--no-open'])).toEqual({ ok: true, value: { profile: null, demo: true, open: false } })
  expect(readArguments(['--profile', '/p'])).toEqual({ ok: true, value: { profile: '/p', demo: false, open: true } })
  for (const words of [['--inspect'], ['--profile'], ['--demo', '--profile', '/p'], ['x'], ['--no-sandbox']]) expect(readArguments(words).ok).toBe(false)
})

test('what stands behind the passphrase in its file is kept: it is the input of the call', () => {
  const file = path.join(temporaryFolder('fd'), 'secret')
  const read = (content: string) => {
    writeFileSync(file, content)
    const descriptor = openSync(file, 'r')
    try {
      return secretFromFile(descriptor)
    } finally {
      closeSync(descriptor)
    }
  }
  expect(read('seven otters\r\n{"a":1}\n{"b":2}')).toEqual({ secret: 'seven otters', rest: '{"a":1}\n{"b":2}' })
  expect(read('seven otters')).toEqual({ secret: 'seven otters', rest: '' })
  expect(read('')).toEqual({ secret: '', rest: '' })
})

test('a restore without a name takes the newest backup of this workstation, and never guesses among several others', () => {
  const backup = (name: string, hour: string, workstationId: string, own = false) => ({ name, at: instant(`2026-11-22T${hour}:00:00.000Z`), reason: 'daily' as const, bytes: 1, facilityName: 'H', workstationId, own })
  expect(newestOf([backup('mine-old', '01', 'a', true), backup('mine', '02', 'a', true), backup('theirs', '03', 'b')])).toBe('mine')
  expect(newestOf([backup('old', '01', 'b'), backup('new', '02', 'b')])).toBe('new')
  expect(() => newestOf([backup('one', '01', 'b'), backup('two', '02', 'c')])).toThrow('several workstations')
  expect(() => newestOf([])).toThrow('no backup')
})
