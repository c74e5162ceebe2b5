import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ALONE_MS } from '#electron/browser/page-link.ts'
import { listenTo, testBrowserServer, type TestBrowserServer } from '#tests/support/browser-server.ts'

let it: TestBrowserServer
beforeAll(async () => { it = await testBrowserServer({ demo: true }) })
afterAll(async () => { await it.close() })

const say = (message: object): string => JSON.stringify(message)

async function connected() {
  const { cookie, secret } = await it.enter()
  const socket = it.socket({ cookie, origin: it.server.address.origin })
  const ear = listenTo(socket)
  await once(socket, 'open')
  socket.send(say({ kind: 'hello', secret }))
  return { cookie, secret, socket, ear, welcome: await ear.next() }
}

test('it listens on the loopback interface alone', () => {
  expect(it.server.address.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('without the cookie nothing is served: not the page, not an asset, not an upload', async () => {
  for (const place of ['/', '/index.html', '/assets/x.js', '/link', '/start/', '/start/guess']) expect((await it.ask(place)).status, place).toBe(403)
  expect((await it.ask('/files', { method: 'POST', headers: { origin: it.server.address.origin } })).status).toBe(403)
})

test('a one-time address works once, sets a strict cookie named with the port, and its page carries no cookie and no token', async () => {
  const place = new URL(it.server.newAddress()).pathname
  const first = await it.ask(place)
  expect(first.status).toBe(200)
  expect(first.headers['set-cookie']?.[0]).toMatch(/^caseboard-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
  expect(first.body).not.toContain(place.slice(7))
  expect((await it.ask(place)).status).toBe(403)
})

test('another Host or another Origin is refused with the right cookie in hand', async () => {
  const { cookie } = await it.enter()
  const { host, origin } = it.server.address
  expect((await it.ask('/', { headers: { cookie } })).status).toBe(200)
  for (const name of ['localhost', host.replace('127.0.0.1', 'localhost'), 'evil.test', `${host}.evil.test`]) expect((await it.ask('/', { headers: { cookie, host: name } })).status).toBe(403)
  for (const other of ['null', 'http://evil.test', origin.replace('127.0.0.1', 'localhost')]) expect((await it.ask('/', { headers: { cookie, origin: other } })).status).toBe(403)
  expect((await it.ask('/', { headers: { cookie, 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
})

test('every reply, refusals too, carries the headers', async () => {
  const { cookie } = await it.enter()
  for (const { headers } of [await it.ask('/', { headers: { cookie } }), await it.ask('/'), await it.ask('/start/x'), await it.ask('/nothing', { headers: { cookie } }), await it.ask('/', { headers: { host: 'evil.test' } })]) {
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  }
})

test('a socket without cookie, with another origin, without one, or on another path never opens', async () => {
  const { cookie } = await it.enter()
  const { origin } = it.server.address
  const tries = [it.socket({ origin }), it.socket({ cookie }), it.socket({ cookie, origin: 'http://evil.test' }), it.socket({ cookie: 'caseboard-1=x', origin }), it.socket({ cookie, origin }, '/other')]
  for (const socket of tries) {
    const [error] = await once(socket, 'error')
    expect(String(error)).toContain('403')
  }
})

test('the cookie alone opens nothing: the first message must carry the page’s secret', async () => {
  const { cookie, secret } = await it.enter()
  const { origin } = it.server.address
  const openings = [say({ kind: 'hello', secret: 'guess' }), say({ kind: 'request', id: 1, channel: 'session.state', input: {} }), say({ kind: 'hello', secret, more: 1 }), 'not json', '['.repeat(100_000), Buffer.from([1, 2, 3])]
  for (const opening of openings) {
    const socket = it.socket({ cookie, origin })
    const ear = listenTo(socket)
    await once(socket, 'open')
    socket.send(opening)
    expect(await ear.next()).toBe('closed 4001')
  }
})

test('with both, requests are answered by the core and a secret works for one connection', async () => {
  const { socket, ear, welcome, cookie, secret } = await connected()
  expect(welcome).toMatchObject({ kind: 'welcome', acknowledged: true, demo: true })
  socket.send(say({ kind: 'request', id: 1, channel: 'session.state', input: {} }))
  expect(await ear.next()).toMatchObject({ kind: 'reply', id: 1, reply: { ok: true, data: { state: 'unlocked', demo: true } } })
  socket.send(say({ kind: 'request', id: 2, channel: '__proto__', input: {} }))
  expect(await ear.next()).toMatchObject({ reply: { ok: false, error: { code: 'not-found' } } })
  expect(JSON.stringify(welcome)).not.toContain(secret)
  const again = it.socket({ cookie, origin: it.server.address.origin })
  const other = listenTo(again)
  await once(again, 'open')
  again.send(say({ kind: 'hello', secret: JSON.parse(JSON.stringify(welcome)).nextSecret }))
  expect(await other.next()).toMatchObject({ kind: 'welcome' })
  expect(await ear.next()).toBe('closed 4000')
  again.close()
})

test('a second tab is told that the first works, and may take over; the first is closed and stays outside', async () => {
  const first = await connected()
  const second = await connected()
  expect(second.welcome).toEqual({ kind: 'busy' })
  second.socket.send(say({ kind: 'take-over' }))
  expect(await second.ear.next()).toMatchObject({ kind: 'welcome' })
  expect(await first.ear.next()).toBe('closed 4000')
  const back = it.socket({ cookie: first.cookie, origin: it.server.address.origin })
  await once(back, 'error')
  second.socket.close()
})

test('a waiting tab may ask for nothing', async () => {
  const first = await connected()
  const second = await connected()
  second.socket.send(say({ kind: 'request', id: 1, channel: 'session.state', input: {} }))
  expect(await second.ear.next()).toBe('closed 4001')
  first.socket.close()
})

test('a message above 2 MB ends the connection', async () => {
  const { socket, ear } = await connected()
  socket.send(say({ kind: 'request', id: 1, channel: 'session.state', input: { text: 'x'.repeat(3_000_000) } }))
  expect(await ear.next()).toBe('closed 1009')
})

test('an upload needs cookie, origin and the page’s secret; it goes into memory and is named by a handle', async () => {
  const { socket, cookie, welcome } = await connected()
  const secret: string = JSON.parse(JSON.stringify(welcome)).nextSecret
  const { origin } = it.server.address
  const upload = (headers: Record<string, string>, body = 'a,b\n1,2') => it.ask('/files', { method: 'POST', headers, body })
  const whole = { cookie, origin, 'x-caseboard-page': secret, 'x-caseboard-name': encodeURIComponent('../../Ä patient.csv') }
  const { status, body } = await upload(whole)
  expect(status).toBe(200)
  const { handle, name } = JSON.parse(body)
  expect(name).toBe('Ä patient.csv')
  expect(it.files.resolve(handle)?.bytes).toBe(7)
  expect((await upload({ ...whole, 'x-caseboard-page': 'guess' })).status).toBe(403)
  expect((await upload({ ...whole, origin: 'http://evil.test' })).status).toBe(403)
  expect((await upload({ ...whole, cookie: '' })).status).toBe(403)
  expect((await upload({ ...whole, 'x-caseboard-too-big': '12' })).status).toBe(400)
  expect(JSON.parse((await upload({ ...whole, 'x-caseboard-too-big': '200000000' }, '')).body)).toMatchObject({ bytes: 200_000_000 })
  socket.close()
})

test('an upload above 64 MB is stopped by its size', async () => {
  const { socket, cookie, welcome } = await connected()
  const secret: string = JSON.parse(JSON.stringify(welcome)).nextSecret
  const answer = await it.ask('/files', { method: 'POST', headers: { cookie, origin: it.server.address.origin, 'x-caseboard-page': secret, 'x-caseboard-name': 'big', 'content-length': String(65 * 1024 * 1024) }, body: Buffer.alloc(65 * 1024 * 1024) }).catch(() => ({ status: 413 }))
  expect(answer.status).toBe(413)
  socket.close()
})

test('before a real profile is acknowledged a page that is let in gets nothing from the core', async () => {
  const real = await testBrowserServer({ demo: false })
  try {
    const { cookie, secret } = await real.enter()
    const socket = real.socket({ cookie, origin: real.server.address.origin })
    const ear = listenTo(socket)
    await once(socket, 'open')
    socket.send(say({ kind: 'hello', secret }))
    expect(await ear.next()).toMatchObject({ kind: 'welcome', acknowledged: false, demo: false })
    socket.send(say({ kind: 'request', id: 1, channel: 'session.state', input: {} }))
    expect(await ear.next()).toMatchObject({ id: 1, reply: { ok: false, error: { code: 'refused' } } })
    socket.send(say({ kind: 'acknowledge' }))
    expect(await ear.next()).toMatchObject({ kind: 'welcome', acknowledged: true })
    socket.send(say({ kind: 'request', id: 2, channel: 'session.state', input: {} }))
    expect(await ear.next()).toMatchObject({ id: 2, reply: { ok: true, data: { state: 'no-store' } } })
    socket.close()
  } finally {
    await real.close()
  }
})

test('when the page was gone for twenty seconds the workstation is locked, and not a moment before', async () => {
  const state = () => it.host.request({ channel: 'session.state', input: {} })
  const { socket, welcome } = await connected()
  expect(welcome).toMatchObject({ kind: 'welcome' })
  const isOpen = { data: { state: 'unlocked' } }
  expect(await state()).toMatchObject(isOpen)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  socket.terminate()
  // The other end hears of it by a round through the machine.
  await new Promise<void>(resolve => {
    const pause = setInterval(() => {
      clearInterval(pause)
      resolve()
    }, 300)
  })
  vi.advanceTimersByTime(ALONE_MS - 1000)
  expect(await state()).toMatchObject(isOpen)
  vi.advanceTimersByTime(1000)
  vi.useRealTimers()
  await vi.waitFor(async () => { expect(await state()).toMatchObject({ data: { state: 'locked' } }) }, { timeout: 15_000 })
})
