import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createAssets, type Assets } from '#electron/windows/assets.ts'
import { isAllowedRequest, serve } from '#electron/windows/guard-session.ts'
import { hostileNames } from '#tests/support/hostile-names.ts'
import { temporaryFolder } from '#tests/support/store.ts'

let assets: Assets
beforeAll(() => {
  const outside = temporaryFolder('assets')
  const folder = path.join(outside, 'renderer')
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  for (const name of ['x', 'passwd', 'nul.txt']) writeFileSync(path.join(outside, name), 'SECRET')
  writeFileSync(path.join(folder, 'index.html'), '<html nonce="__CSP_NONCE__"></html>')
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'export {}')
  writeFileSync(path.join(folder, 'private.key'), 'SECRET')
  assets = createAssets(folder, 'electron')
})

const text = (body: Uint8Array): string => Buffer.from(body).toString()

test('a hostile name reaches nothing outside the folder, plain, encoded or doubly encoded', () => {
  for (const name of hostileNames) {
    for (const shape of [name, encodeURIComponent(name), encodeURIComponent(encodeURIComponent(name)), `assets/${name}`, `%2e%2e%2f${name}`]) {
      expect(text(assets('GET', `/${shape}`).body)).not.toContain('SECRET')
    }
  }
  for (const escape of ['/../x', '/%2e%2e/x', '/..%2fx', '/assets/../../x', '//x', '/\\..\\x']) expect(assets('GET', escape).status).toBe(404)
})

test('a file of a kind the page does not use is not served', () => {
  expect(assets('GET', '/private.key').status).toBe(404)
})

test('every reply carries the policy and forbids caching, the 404 too', () => {
  for (const { headers } of [assets('GET', '/'), assets('GET', '/assets/a.js'), assets('GET', '/nothing'), assets('POST', '/')]) {
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' })
  }
})

test('each load has a nonce of its own, in the page and in its policy', () => {
  const one = assets('GET', '/')
  const nonce = /nonce="([^"]+)"/.exec(text(one.body))?.[1] ?? ''
  expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  expect(text(assets('GET', '/index.html').body)).not.toContain(nonce)
})

test('only GET is answered', () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS']) expect(assets(method, '/index.html').status).toBe(405)
})

test('a running program keeps the page it started with; only a watched build is read anew', () => {
  const folder = temporaryFolder('watched')
  const save = (words: string) => { writeFileSync(path.join(folder, 'index.html'), words) }
  save('first')
  const [still, watched] = [createAssets(folder, 'browser', false), createAssets(folder, 'browser', true)]
  save('second')
  expect([still, watched].map(serves => text(serves('GET', '/').body))).toEqual(['first', 'second'])
})

test('app:// answers for its own host alone and the session lets nothing else through', () => {
  expect(serve(assets, { method: 'GET', url: 'app://caseboard/index.html' }).status).toBe(200)
  for (const url of ['app://other/index.html', 'app://caseboard.evil.test/index.html', 'app://user@caseboard/index.html', 'file:///etc/passwd', 'https://caseboard/index.html']) {
    expect(serve(assets, { method: 'GET', url }).status).toBe(404)
    expect(isAllowedRequest(url)).toBe(false)
  }
  for (const url of ['http://127.0.0.1/', 'ws://x/', 'blob:app://x', 'data:text/html,<b>', 'devtools://devtools', 'ftp://x', '']) expect(isAllowedRequest(url)).toBe(false)
})
