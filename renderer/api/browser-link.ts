import { closeCodes, linkPath, ToPage, type FromPage } from '#shared/contract/browser-link.ts'
import { takePageSecret, keepForReload } from './page-secret.ts'

/** Where the page stands with the browser shell. */
export type LinkState =
  | 'connecting'
  | 'open'
  /** The person has to read what a browser cannot protect. */
  | 'unacknowledged'
  /** Another tab works with this workstation. */
  | 'busy'
  | 'taken-over'
  /** No valid session: a copied address, or the program was started anew. */
  | 'refused'
  /** The program ended, or has not answered for so long that it has locked. */
  | 'ended'

type Incoming = Extract<ToPage, { kind: 'reply' | 'event' }>

export interface BrowserLink {
  state(): LinkState
  onState(listener: (state: LinkState) => void): () => void
  onMessage(listener: (message: Incoming) => void): () => void
  /** Called whenever a connection that worked before is lost. */
  onLost(listener: () => void): () => void
  /** False when there is no connection. */
  send(message: FromPage): boolean
  /** What uploads show besides the cookie. */
  secret(): string
}

const RETRY_MS = 500
/** After this long without a connection the core has locked; the page must show nothing any more. */
const LOST_FOR_GOOD_MS = 20_000

/** The page's end of the socket: greets, reconnects, remembers the secret for a reload. */
export function openBrowserLink(): BrowserLink {
  const states = new Set<(state: LinkState) => void>()
  const messages = new Set<(message: Incoming) => void>()
  const losses = new Set<() => void>()
  let state: LinkState = 'connecting'
  let secret = takePageSecret()
  let socket: WebSocket | null = null
  let lostAt: number | null = null

  const become = (next: LinkState): void => {
    state = next
    for (const listener of states) listener(next)
  }
  const hear = (message: ToPage): void => {
    if (message.kind === 'welcome') {
      secret = message.nextSecret
      lostAt = null
      become(message.acknowledged ? 'open' : 'unacknowledged')
    } else if (message.kind === 'busy') become('busy')
    else for (const listener of messages) listener(message)
  }
  const lost = (code: number): void => {
    socket = null
    for (const listener of losses) listener()
    if (code === closeCodes.takenOver) return become('taken-over')
    if (code === closeCodes.refused) return become('refused')
    if (code === closeCodes.ended) return become('ended')
    lostAt ??= performance.now()
    if (performance.now() - lostAt > LOST_FOR_GOOD_MS) return become('ended')
    become('connecting')
    setTimeout(connect, RETRY_MS)
  }
  const connect = (): void => {
    const fresh = new WebSocket(`ws://${location.host}${linkPath}`)
    socket = fresh
    fresh.addEventListener('open', () => { fresh.send(JSON.stringify({ kind: 'hello', secret })) })
    fresh.addEventListener('message', ({ data }) => {
      const message = ToPage.safeParse(typeof data === 'string' ? JSON.parse(data) : null)
      if (message.success) hear(message.data)
    })
    fresh.addEventListener('close', ({ code }) => { lost(code) })
  }

  addEventListener('pagehide', () => { if (secret !== null) keepForReload(secret) })
  if (secret === null) state = 'refused'
  else connect()

  return {
    state: () => state,
    onState: listener => subscribe(states, listener),
    onMessage: listener => subscribe(messages, listener),
    onLost: listener => subscribe(losses, listener),
    secret: () => secret ?? '',
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(message))
      return true
    },
  }
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}
