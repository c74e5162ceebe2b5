import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonPassphrases, isCommonPassphrase } from '#electron/security/common-passphrases.ts'
import { hashPin, verifyPin } from '#electron/security/pin.ts'
import { newOneTimeCode } from '#electron/security/slots.ts'
import { newRecoveryWords } from '#electron/security/recovery-words.ts'
import { passphraseProblems } from '#electron/security/passphrase-rules.ts'

const problems = (passphrase: string, names: string[] = []) => passphraseProblems(passphrase, { names })

test('fourteen characters are too few, fifteen are enough, counted as people count', () => {
  expect(problems('tulip anvil mo')).toHaveLength(1)
  expect(problems('tulip anvil moo')).toEqual([])
  expect(problems('💉🌲🚲🎻🍋🦊🧭🪁🛶🌋🧵🪐🦉🧊')).toHaveLength(1)
  expect(problems('💉🌲🚲🎻🍋🦊🧭🪁🛶🌋🧵🪐🦉🧊🎈')).toEqual([])
})

test('256 characters are allowed, one more is not', () => {
  const long = 'k7 pl wq zr '.repeat(22)
  expect(problems(long.slice(0, 256))).toEqual([])
  expect(problems(long.slice(0, 257))).toHaveLength(1)
})

test('no rule asks for figures, capitals or signs', () => {
  for (const passphrase of ['marble canoe lantern orbit', 'ÜBERGANGSJACKENTASCHE', '4829175603394857', 'the old mill turns slowly at night']) expect(problems(passphrase), passphrase).toEqual([])
})

test('every one of the passphrases tried first is refused', () => {
  const all = [...new Set(commonPassphrases())]
  expect(all.length).toBeGreaterThanOrEqual(3_000)
  expect(all.every(passphrase => [...passphrase].length >= 15)).toBe(true)
  expect(all.filter(passphrase => problems(passphrase).length === 0)).toEqual([])
})

test('a common one does not become good by capitals, blanks, look-alikes or a year', () => {
  for (const passphrase of [
    'Password Password 2027!', 'P@ssw0rdP@ssw0rd', 'qwertyuiopasdfgh', 'Welcome123Welcome123', '1qaz2wsx3edc4rfv', 'iloveyou iloveyou', 'aaaaaaaaaaaaaaaaa',
    'NurseNurse2026!', 'summer2026summer2026', 'abcdefghijklmnop', 'letmeinletmein!!', '123456789012345',
  ]) expect(problems(passphrase), passphrase).not.toEqual([])
})

test('names that others know are no passphrase', () => {
  const names = ['Nina Nightingale', 'nina.nurse', 'St. Mary Hospital', '4 West']
  for (const passphrase of ['NinaNightingale2027', 'nina.nurse@stmaryhospital', 'Caseboard Caseboard', 'St. Mary Hospital 4 West']) expect(problems(passphrase, names), passphrase).not.toEqual([])
  expect(problems('nina paints blue barns at dawn', names)).toEqual([])
})

test('random words, random characters, one-time codes and recovery words are not mistaken for common ones', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrtvwxz'), minLength: 15, maxLength: 40 }), passphrase => {
    fc.pre(new Set(passphrase).size >= 8)
    expect(isCommonPassphrase(passphrase)).toBe(false)
  }))
  for (let i = 0; i < 200; i++) {
    expect(isCommonPassphrase(newRecoveryWords().words.slice(0, 5).join(' '))).toBe(false)
    expect(problems(newOneTimeCode())).toEqual([])
  }
})

test('a PIN is checked against its salted hash and stands nowhere', async () => {
  const stored = await hashPin('4711')
  expect(await verifyPin('4711', stored)).toBe(true)
  expect(await verifyPin('4712', stored)).toBe(false)
  expect(await hashPin('4711')).not.toEqual(stored)
})
