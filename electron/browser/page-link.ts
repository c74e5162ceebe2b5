import type { WebSocket } from 'ws'
import { closeCodes, FromPage, type ToPage } from '#shared/contract/browser-link.ts'
import type { CoreHost } from '#electron/platform/core-host.ts'
import type { Acknowledgement } from './acknowledgement.ts'
import type { Admitted, Door } from './door.ts'
import { isTooDeep } from '#electron/platform/json-depth.ts'

export interface PageLinkParts {
  readonly door: Door
  readonly host: CoreHost
  readonly acknowledgement: Acknowledgement
  readonly demo: boolean
  /** Called when no page has been connected for `ALONE_MS` since the last one left or an address was redeemed. */
  onAlone(): void
  onQuit(): void
}

/** Takes sockets whose upgrade showed the cookie and the origin; one page works at a time. */
export interface PageLink {
  accept(socket: WebSocket, cookie: string): void
  /** An address was redeemed: from now on a page that does not come is one that is gone. */
  expectPage(): void
  close(): void
}

export const ALONE_MS = 20_000
const HELLO_WITHIN_MS = 5000
const PING_EVERY_MS = 8000
/** A page asks for a few things at once; a thousand are an accident or an attack. */
const REQUESTS_AT_ONCE = 200

const notAcknowledged = { ok: false, error: { code: 'refused', message: 'Read first what the browser window cannot protect.' } } as const
const tooMany = { ok: false, error: { code: 'refused', message: 'Too many requests at once.' } } as const

interface Page {
  readonly socket: WebSocket
  readonly admitted: Admitted
}

export function createPageLink({ door, host, acknowledgement, demo, onAlone, onQuit }: PageLinkParts): PageLink {
  let active: Page | null = null
  let alone: NodeJS.Timeout | undefined
  const sockets = new Set<WebSocket>()
  const alive = new WeakSet<WebSocket>()
  const isOpenForWork = (): boolean => demo || acknowledgement.isGiven()

  const tell = (socket: WebSocket, message: ToPage): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const endEvents = host.onEvent(({ name, data }) => { if (active !== null) tell(active.socket, { kind: 'event', name, data }) })
  const pings = setInterval(() => {
    for (const socket of sockets) {
      if (!alive.has(socket)) socket.terminate()
      alive.delete(socket)
      socket.ping()
    }
  }, PING_EVERY_MS)

  function activate(page: Page): void {
    clearTimeout(alone)
    if (active !== null && active.socket !== page.socket) active.socket.close(closeCodes.takenOver)
    active = page
    tell(page.socket, { kind: 'welcome', nextSecret: page.admitted.nextSecret, acknowledged: isOpenForWork(), demo })
  }

  function leave(socket: WebSocket): void {
    sockets.delete(socket)
    if (active?.socket !== socket) return
    active = null
    expectPage()
  }

  function expectPage(): void {
    if (active !== null) return
    clearTimeout(alone)
    alone = setTimeout(onAlone, ALONE_MS)
  }

  function accept(socket: WebSocket, cookie: string): void {
    let page: Page | null = null
    let underWay = 0
    const refuse = (): void => { socket.close(closeCodes.refused) }
    const patience = setTimeout(refuse, HELLO_WITHIN_MS)
    sockets.add(socket)
    alive.add(socket)

    const relay = async (message: Extract<FromPage, { kind: 'request' }>): Promise<void> => {
      const { id, channel, input, commandId } = message
      if (!isOpenForWork()) return tell(socket, { kind: 'reply', id, reply: notAcknowledged })
      if (underWay >= REQUESTS_AT_ONCE) return tell(socket, { kind: 'reply', id, reply: tooMany })
      underWay += 1
      const reply = await host.request({ channel, input, commandId })
      underWay -= 1
      tell(socket, { kind: 'reply', id, reply })
    }
    const greet = (secret: string): void => {
      const admitted = door.admit(cookie, secret)
      if (admitted === null) return refuse()
      clearTimeout(patience)
      page = { socket, admitted }
      // The same page after a reload goes on; any other asks first.
      if (active === null || active.admitted.pageId === admitted.pageId) activate(page)
      else tell(socket, { kind: 'busy' })
    }
    const takeOver = (mine: Page): void => {
      door.shutOut(mine.admitted)
      activate(mine)
    }
    const hear = (message: FromPage): void => {
      if (message.kind === 'hello') {
        if (page === null) greet(message.secret)
        else refuse()
      } else if (page === null) refuse()
      else if (message.kind === 'take-over') takeOver(page)
      else if (active?.socket !== socket) refuse()
      else if (message.kind === 'acknowledge') {
        acknowledgement.give()
        activate(page)
      } else if (message.kind === 'quit') onQuit()
      else void relay(message)
    }

    socket.on('pong', () => { alive.add(socket) })
    socket.on('error', () => { socket.terminate() })
    socket.on('close', () => {
      clearTimeout(patience)
      leave(socket)
    })
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : parsed(bytesOf(data).toString('utf8'))
      if (message === null) refuse()
      else hear(message)
    })
  }

  return {
    accept,
    expectPage,
    close() {
      clearTimeout(alone)
      clearInterval(pings)
      endEvents()
      for (const socket of sockets) socket.close(closeCodes.ended)
    },
  }
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}

function parsed(text: string): FromPage | null {
  try {
    if (isTooDeep(text)) return null
    const message = FromPage.safeParse(JSON.parse(text))
    return message.success ? message.data : null
  } catch {
    return null
  }
}
