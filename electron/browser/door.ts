import type { Clock } from '#electron/platform/clock.ts'
import { newSecret, sameSecret } from './secrets.ts'

/** A page that has shown its secret: which cookie it came with, and which page it is across reloads. */
export interface Admitted {
  readonly cookie: string
  readonly pageId: number
  /** Opens the next connection of this page. */
  readonly nextSecret: string
}

export interface Entry {
  readonly cookie: string
  readonly secret: string
}

interface Token {
  readonly value: string
  readonly madeAt: number
}

interface PageSecret {
  readonly value: string
  readonly cookie: string
  readonly pageId: number
}

const TOKEN_LIFE_MS = 60_000
/** Addresses printed and not used; older ones fall out. */
const TOKENS_AT_ONCE = 5
/** The secret of the connection that runs, the next one, and one whose answer got lost. */
const SECRETS_A_PAGE = 3

/**
 * Who may come in. A token (one use, 60 s, monotonic time) gives a cookie and the page's first secret; each connection needs both and gives
 * the secret for the next. The cookie alone opens nothing: other servers on 127.0.0.1 receive it too.
 */
export class Door {
  readonly #clock: Pick<Clock, 'monotonicMillis'>
  #tokens: Token[] = []
  #cookies: string[] = []
  #secrets: PageSecret[] = []
  #lastPage = 0

  constructor(clock: Pick<Clock, 'monotonicMillis'>) {
    this.#clock = clock
  }

  newToken(): string {
    const token = { value: newSecret(), madeAt: this.#clock.monotonicMillis() }
    this.#tokens = [...this.#tokens, token].slice(-TOKENS_AT_ONCE)
    return token.value
  }

  /** Redeems a token; the browser keeps the cookie it may already have. Null when the token is wrong, used or old. */
  redeem(value: string, presentedCookie: string): Entry | null {
    const now = this.#clock.monotonicMillis()
    const fresh = this.#tokens.filter(token => now - token.madeAt <= TOKEN_LIFE_MS)
    const match = fresh.filter(token => sameSecret(token.value, value))[0]
    this.#tokens = fresh.filter(token => token !== match)
    if (match === undefined) return null
    const cookie = this.knows(presentedCookie) ? presentedCookie : newSecret()
    if (!this.#cookies.includes(cookie)) this.#cookies.push(cookie)
    this.#lastPage += 1
    return { cookie, secret: this.#newPageSecret(cookie, this.#lastPage) }
  }

  knows(cookie: string): boolean {
    return this.#cookies.filter(known => sameSecret(known, cookie)).length > 0
  }

  /** True for a secret of a page that came with this cookie. */
  holds(cookie: string, secret: string): boolean {
    return this.#find(cookie, secret) !== undefined
  }

  /** A connection with cookie and secret: the secrets before this one are spent. */
  admit(cookie: string, secret: string): Admitted | null {
    const found = this.#find(cookie, secret)
    if (found === undefined) return null
    const older = this.#secrets.slice(0, this.#secrets.indexOf(found)).filter(each => each.pageId === found.pageId)
    this.#secrets = this.#secrets.filter(each => !older.includes(each))
    return { cookie, pageId: found.pageId, nextSecret: this.#newPageSecret(cookie, found.pageId) }
  }

  /** Only this page may come back. */
  shutOut(all: Pick<Admitted, 'cookie' | 'pageId'>): void {
    this.#cookies = this.#cookies.filter(cookie => cookie === all.cookie)
    this.#secrets = this.#secrets.filter(each => each.pageId === all.pageId)
  }

  #find(cookie: string, secret: string): PageSecret | undefined {
    return this.#secrets.filter(each => sameSecret(each.value, secret) && sameSecret(each.cookie, cookie))[0]
  }

  #newPageSecret(cookie: string, pageId: number): string {
    const value = newSecret()
    const mine = this.#secrets.filter(each => each.pageId === pageId)
    const spent = mine.slice(0, Math.max(0, mine.length - SECRETS_A_PAGE + 1))
    this.#secrets = [...this.#secrets.filter(each => !spent.includes(each)), { value, cookie, pageId }]
    return value
  }
}
