import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { filesPath, linkPath } from '#shared/contract/browser-link.ts'
import type { FileBox } from '#electron/platform/file-box.ts'
import type { Assets } from '#electron/windows/assets.ts'
import { replyHeaders } from '#electron/windows/content-policy.ts'
import type { Door } from './door.ts'
import { goOnPage, noSessionPage } from './plain-pages.ts'
import type { PageLink } from './page-link.ts'
import { addressOf, cookieOf, refusal, type Address, type Asked } from './request-rules.ts'
import { takeUpload } from './upload.ts'

export interface BrowserServerParts {
  readonly door: Door
  readonly link: PageLink
  readonly assets: Assets
  readonly files: FileBox
}

export interface BrowserServer {
  readonly address: Address
  /** A new one-time address: one use, 60 s. For the eyes of whoever sits here; never into a log. */
  newAddress(): string
  close(): Promise<void>
}

const START = '/start/'
/** The largest message of a page. Files do not come this way. */
const MESSAGE_LIMIT = 2 * 1024 * 1024
const plainPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Serves the page on the loopback interface, to the one browser that redeemed a token. */
export async function startBrowserServer({ door, link, assets, files }: BrowserServerParts): Promise<BrowserServer> {
  const server = createServer({ maxHeaderSize: 8192, headersTimeout: 10_000, requestTimeout: 120_000 })
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT, perMessageDeflate: false })
  server.maxConnections = 64
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, resolve)
  })
  const address = addressOf(portOf(server.address()))

  server.on('request', (request, response) => { answer(request, response) })
  server.on('upgrade', (request, socket, head) => {
    // Node takes its own listener off here: without one, whoever drops a refused socket would end this program.
    socket.on('error', () => undefined)
    const cookie = cookieOf(address, request.headers)
    const isRefused = refusal(address, asked(request, true)) !== null || !door.knows(cookie) || request.url !== linkPath
    if (isRefused) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, opened => { link.accept(opened, cookie) })
  })

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '' } = request
    const cookie = cookieOf(address, request.headers)
    if (refusal(address, asked(request, false)) !== null) send(response, 403, 'text/plain', 'Refused.')
    else if (method === 'GET' && url.startsWith(START)) letIn(response, url.slice(START.length), cookie)
    else if (!door.knows(cookie)) send(response, 403, 'text/html; charset=utf-8', noSessionPage)
    else if (url === filesPath) takeUpload(request, { door, files, cookie }, (status, body) => { send(response, status, 'application/json', JSON.stringify(body)) })
    else {
      const { status, headers, body } = assets(method, url.split('?')[0] ?? '')
      response.writeHead(status, headers).end(body)
    }
  }

  function letIn(response: ServerResponse, token: string, presented: string): void {
    const entry = door.redeem(token, presented)
    if (entry === null) return send(response, 403, 'text/html; charset=utf-8', noSessionPage)
    link.expectPage()
    response.setHeader('set-cookie', `${address.cookieName}=${entry.cookie}; HttpOnly; SameSite=Strict; Path=/`)
    // A second step from this site itself: a strict cookie does not travel with a navigation that began elsewhere.
    send(response, 200, 'text/html; charset=utf-8', goOnPage(entry.secret))
  }

  return {
    address,
    newAddress: () => `${address.origin}${START}${door.newToken()}`,
    async close() {
      link.close()
      sockets.close()
      await new Promise<void>(resolve => {
        server.close(() => { resolve() })
        setTimeout(() => { server.closeAllConnections() }, 200).unref()
      })
    },
  }
}

function asked(request: IncomingMessage, isUpgrade: boolean): Asked {
  const { method = '', headers, rawHeaders, url = '' } = request
  const hosts = rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'host')
  return { method, headers, hosts, isUpgrade, isStart: method === 'GET' && url.startsWith(START) }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...replyHeaders(plainPolicy), 'content-type': type }).end(body)
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
