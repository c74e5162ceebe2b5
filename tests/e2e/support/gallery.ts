import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../renderer/ui/gallery/', import.meta.url))
const out = fileURLToPath(new URL('../../../out/gallery/', import.meta.url))
const origin = 'https://gallery.invalid'

/** The product's policy, so that a building block that needs more than it is found here. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-gallery'; font-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

/** Builds the gallery of building blocks, which no build of the product contains. */
export async function buildGallery(): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'error',
    html: { cspNonce: 'gallery' },
    build: { outDir: out, emptyOutDir: true, chunkSizeWarningLimit: 3000, rollupOptions: { input: join(root, 'gallery.html') } },
  })
}

export interface GalleryQuery {
  readonly page: string
  readonly theme?: 'light' | 'dark' | 'contrast'
  readonly [name: string]: string | undefined
}

/** Serves the built gallery to this page and collects everything it complains about. Nothing else can be reached. */
export async function attachGallery(page: Page): Promise<{ complaints: readonly string[]; open: (query: GalleryQuery) => Promise<void> }> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) return route.abort()
    const body = await readFile(join(out, url.pathname))
    return route.fulfill({ body, headers: { 'content-type': types[extname(url.pathname)] ?? 'application/octet-stream', 'content-security-policy': policy } })
  })
  return {
    complaints,
    open: async (query) => {
      const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
      await page.goto(`${origin}/gallery.html?${new URLSearchParams(asked).toString()}`)
      await page.locator('main, section').first().waitFor()
    },
  }
}
