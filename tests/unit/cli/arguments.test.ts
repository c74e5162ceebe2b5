import { expect, test } from 'vitest'
import { readCliArguments } from '#electron/cli/arguments.ts'
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
