import type { IncomingHttpHeaders } from 'node:http'

export interface Address {
  readonly host: string
  readonly origin: string
  readonly cookieName: string
}

/** The one address this shell answers to. */
export function addressOf(port: number): Address {
  return { host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, cookieName: `caseboard-${port}` }
}

export interface Asked {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  /** Host headers as sent; a request with two is refused. */
  readonly hosts: readonly string[]
  readonly isUpgrade: boolean
  /** The address of a one-time token: may be opened from another place, such as a terminal or a file. */
  readonly isStart: boolean
}

/**
 * Why the request is refused, null when it may go on. Another name for this machine (DNS rebinding), another site, and a request without the
 * browser's word on where it comes from are all refused.
 */
export function refusal(address: Address, { method, headers, hosts, isUpgrade, isStart }: Asked): 'host' | 'origin' | 'site' | null {
  if (hosts.length !== 1 || hosts[0] !== address.host) return 'host'
  const { origin } = headers
  if (origin !== undefined && origin !== address.origin) return 'origin'
  if (origin === undefined && (isUpgrade || method !== 'GET')) return 'origin'
  const site = headers['sec-fetch-site']
  const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none'
  return isSameSite || (isStart && isNavigation) ? null : 'site'
}

/** The value of this shell's cookie, empty when there is none or there are two. */
export function cookieOf(address: Address, headers: IncomingHttpHeaders): string {
  const pairs = (headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  const values = pairs.filter(([name]) => name === address.cookieName).map(([, value]) => value ?? '')
  return values.length === 1 ? (values[0] ?? '') : ''
}
