import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { WebSocket } from 'ws'
import { acknowledgementIn } from '#electron/browser/acknowledgement.ts'
import { Door } from '#electron/browser/door.ts'
import { createPageLink } from '#electron/browser/page-link.ts'
import { startBrowserServer, type BrowserServer } from '#electron/browser/server.ts'
import { createCoreHost, type CoreHost } from '#electron/platform/core-host.ts'
import { createFileBox, type FileBox } from '#electron/platform/file-box.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { createAssets } from '#electron/windows/assets.ts'
import { temporaryFolder } from './store.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface TestBrowserServer {
  readonly server: BrowserServer
  readonly host: CoreHost
  readonly files: FileBox
  readonly folder: string
  readonly quit: { asked: boolean }
  ask(pathname: string, options?: { readonly method?: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string | Buffer }): Promise<Answer>
  /** Redeems a new address: the cookie header and the page's first secret. */
  enter(): Promise<{ readonly cookie: string; readonly secret: string }>
  socket(headers?: Readonly<Record<string, string>>, pathname?: string): WebSocket
  close(): Promise<void>
}

/** The browser shell's server on a real core, keyless or a scratch demo. */
export async function testBrowserServer({ demo }: { readonly demo: boolean }): Promise<TestBrowserServer> {
  const folder = temporaryFolder('browser-server')
  const pages = path.join(folder, 'pages')
  mkdirSync(pages)
  writeFileSync(path.join(pages, 'index.html'), '<html nonce="__CSP_NONCE__">the page</html>')
  const files = createFileBox()
  const host = createCoreHost({ maker: nodeProcesses, files, settings: { profileFolder: path.join(folder, 'profile'), shell: 'browser', demo, demoCaseload: false } })
  await host.ready()
  const clock = systemClock()
  const door = new Door(clock)
  const quit = { asked: false }
  const link = createPageLink({
    door, host, demo, acknowledgement: acknowledgementIn(path.join(folder, 'profile'), clock), onAlone: () => { void host.lock('disconnected') }, onQuit: () => { quit.asked = true },
  })
  const server = await startBrowserServer({ door, link, files, assets: createAssets(pages, 'browser') })
  const { origin, host: hostName, cookieName } = server.address
  const ask: TestBrowserServer['ask'] = (pathname, { method = 'GET', headers = {}, body } = {}) => new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: new URL(origin).port, path: pathname, method, headers: { host: hostName, ...headers }, setHost: false }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
  return {
    server, host, files, folder, quit, ask,
    async enter() {
      const { headers, body } = await ask(new URL(server.newAddress()).pathname)
      const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      return { cookie: cookie.startsWith(`${cookieName}=`) ? cookie : '', secret: /url=\/#([\w-]+)/.exec(body)?.[1] ?? '' }
    },
    socket: (headers = {}, pathname = '/link') => new WebSocket(`ws://${hostName}${pathname}`, { headers }),
    async close() {
      await server.close()
      await host.stop()
    },
  }
}

/** What a socket says, in order; ends with `closed CODE`. */
export function listenTo(socket: WebSocket): { next(): Promise<unknown> } {
  const heard: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  const take = (message: unknown): void => {
    const first = waiting.shift()
    if (first === undefined) heard.push(message)
    else first(message)
  }
  socket.on('message', data => { take(JSON.parse(Buffer.isBuffer(data) ? data.toString() : '')) })
  socket.on('close', code => { take(`closed ${code}`) })
  socket.on('error', () => undefined)
  return { next: () => (heard.length > 0 ? Promise.resolve(heard.shift()) : new Promise(resolve => { waiting.push(resolve) })) }
}
