import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Frame, Page } from '@playwright/test'
import { registerIpc, type IpcEvent } from '../../../electron/ipc/register.ts'
import { createAssets } from '../../../electron/windows/assets.ts'

/** `app://` cannot be routed in Chromium; this origin is a secure context and by RFC 6761 can never resolve. */
export const standInOrigin = 'https://caseboard.invalid'
const built = (name: string): string => fileURLToPath(new URL(`../../../out/${name}`, import.meta.url))

export interface StandIn {
  readonly requests: unknown[]
  readonly shellRequests: unknown[]
  readonly outside: string[]
}

/**
 * The built page and the built preload script in a plain Chromium, with the product's `registerIpc` behind them. Proves the bridge's surface, the
 * sender check with real frames, and the policy of Electron; proves nothing of isolation, sandbox or fuses.
 */
export async function standIn(page: Page): Promise<StandIn> {
  const seen: StandIn = { requests: [], shellRequests: [], outside: [] }
  const channels = new Map<string, (event: IpcEvent, ...words: unknown[]) => unknown>()
  registerIpc({ handle: (channel, listener) => { channels.set(channel, listener) } }, {
    isOwnPage: address => address.startsWith(`${standInOrigin}/`),
    isOwnWindow: id => id === 1,
    request(request) {
      seen.requests.push(request)
      return Promise.resolve({ ok: true, data: request.channel === 'session.state' ? { state: 'no-store' } : {} })
    },
    shell(request) {
      seen.shellRequests.push(request)
      return Promise.resolve(true)
    },
  })
  const assets = createAssets(built('renderer'), 'electron')
  await page.route('**/*', async route => {
    const url = new URL(route.request().url())
    if (url.origin !== standInOrigin) {
      seen.outside.push(url.href)
      return route.abort('blockedbyclient')
    }
    const { status, headers, body } = assets(route.request().method(), url.pathname)
    return route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  })
  await page.exposeBinding('__invoke', async ({ frame }: { frame: Frame }, channel: string, words: readonly unknown[]) =>
    channels.get(channel)?.({ sender: { id: 1 }, senderFrame: { url: frame.url(), parent: frame.parentFrame() } }, ...words))
  await page.addInitScript({ content: preloadAround(readFileSync(built('preload/preload.cjs'), 'utf8')) })
  return seen
}

function preloadAround(preload: string): string {
  return `(() => {
    const invoke = globalThis.__invoke
    const electron = {
      ipcRenderer: { invoke: (channel, ...words) => invoke(channel, words), on() {}, removeListener() {} },
      contextBridge: { exposeInMainWorld: (name, value) => Object.defineProperty(globalThis, name, { value: Object.freeze(value) }) },
      webUtils: { getPathForFile: () => '' },
    }
    const load = name => { if (name !== 'electron') throw new Error('The preload script may only load electron.'); return electron }
    ;(function (require, exports, module) {\n${preload}\n})(load, {}, { exports: {} })
  })()`
}
