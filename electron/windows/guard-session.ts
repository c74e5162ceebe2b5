import type { AssetReply, Assets } from './assets.ts'
import { appScheme, isOwnAddress } from './origin.ts'

/** What the guards need of Electron's Session. */
export interface GuardedSession {
  setPermissionRequestHandler(handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: object) => void) => void): void
  setProxy(config: { mode: 'fixed_servers'; proxyRules: string; proxyBypassRules: string }): Promise<void>
  setSpellCheckerEnabled(enable: boolean): void
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
  readonly webRequest: { onBeforeRequest(listener: (details: { readonly url: string }, answer: (verdict: { cancel: boolean }) => void) => void): void }
  readonly protocol: { handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void }
}

/** A session that lives in memory, reaches nothing outside, and grants nothing (E5, E18, E24, E25). `partition` names must not begin with `persist:`. */
export const memoryPartition = 'caseboard'

/** Answers on this port never come: were a request to slip through, it would end here. */
const blackHole = 'http://127.0.0.1:9'

export async function guardSession(session: GuardedSession, assets: Assets): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, answer) => { answer(false) })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => { answer({}) })
  session.setSpellCheckerEnabled(false)
  session.on('will-download', event => { event.preventDefault() })
  session.webRequest.onBeforeRequest(({ url }, answer) => { answer({ cancel: !isAllowedRequest(url) }) })
  session.protocol.handle(appScheme, request => serve(assets, request))
  await session.setProxy({ mode: 'fixed_servers', proxyRules: blackHole, proxyBypassRules: '<-loopback>' })
}

/** Our own files, and pictures inside the page. */
export function isAllowedRequest(url: string): boolean {
  return isOwnAddress(url) || url.startsWith('data:image/')
}

/** One answer of `app://`. */
export function serve(assets: Assets, { method, url }: Pick<Request, 'method' | 'url'>): Response {
  const { status, headers, body }: AssetReply = isOwnAddress(url) ? assets(method, new URL(url).pathname) : { status: 404, headers: {}, body: new Uint8Array() }
  return new Response(body, { status, headers: { ...headers } })
}
