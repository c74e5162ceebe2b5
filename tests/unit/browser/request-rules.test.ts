import { expect, test } from 'vitest'
import { addressOf, cookieOf, refusal, type Asked } from '#electron/browser/request-rules.ts'

const here = addressOf(40_123)
const asked = (overrides: Partial<Asked> = {}): Asked => ({ method: 'GET', headers: {}, hosts: [here.host], isUpgrade: false, isStart: false, ...overrides })

test('another name for this machine is refused: DNS rebinding, localhost, another port, none, two', () => {
  for (const hosts of [['evil.test:40123'], ['localhost:40123'], ['127.0.0.1'], ['127.0.0.1:40124'], ['[::1]:40123'], ['0.0.0.0:40123'], ['127.0.0.1:40123.evil.test'], [], [here.host, here.host]]) {
    expect(refusal(here, asked({ hosts }))).toBe('host')
  }
})

test('another origin is refused on every method, and none is refused where one must be', () => {
  for (const origin of ['null', 'http://evil.test', 'http://localhost:40123', 'http://127.0.0.1:40124', 'https://127.0.0.1:40123', `${here.origin}/`]) {
    for (const method of ['GET', 'POST']) expect(refusal(here, asked({ method, headers: { origin } }))).toBe('origin')
  }
  expect(refusal(here, asked({ method: 'POST' }))).toBe('origin')
  expect(refusal(here, asked({ isUpgrade: true }))).toBe('origin')
  expect(refusal(here, asked({ isUpgrade: true, headers: { origin: here.origin } }))).toBeNull()
})

test('a request another site began is refused, but for opening a one-time address', () => {
  for (const site of ['cross-site', 'same-site']) {
    const headers = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect(refusal(here, asked({ headers }))).toBe('site')
    expect(refusal(here, asked({ headers, isStart: true }))).toBeNull()
    expect(refusal(here, asked({ headers: { ...headers, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, isStart: true }))).toBe('site')
    expect(refusal(here, asked({ headers: { ...headers, 'sec-fetch-dest': 'iframe' }, isStart: true }))).toBe('site')
  }
})

test('the cookie is the one named with the port; two of the name count as none', () => {
  expect(cookieOf(here, { cookie: 'caseboard-40123=abc; caseboard-1=x' })).toBe('abc')
  expect(cookieOf(here, { cookie: 'caseboard-40123=abc; caseboard-40123=def' })).toBe('')
  expect(cookieOf(here, { cookie: 'caseboard-401234=abc' })).toBe('')
  expect(cookieOf(here, {})).toBe('')
})
