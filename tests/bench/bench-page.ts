import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { startBrowserApp } from '../e2e/support/browser-app.ts'
import { findChromium } from '../support/chromium.ts'
import { passphrase, signInName } from './data-set.ts'
import { pageProbes } from './page-probes.ts'

export interface BenchPage {
  readonly page: Page
  readonly cdp: CDPSession
  close(): Promise<void>
}

/** The built browser shell on a profile, in headless Chromium with software rendering, the nurse signed in. */
export async function openBenchPage(profileFolder: string): Promise<BenchPage> {
  const app = await startBrowserApp(['--profile', profileFolder], profileFolder)
  const { executablePath, env } = findChromium()
  let browser: Browser | null = null
  try {
    browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args: ['--disable-gpu'] })
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'en-US', reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.addInitScript(pageProbes)
    await page.goto(app.firstAddress)
    await page.getByRole('button', { name: 'I have read this; go on' }).click()
    await page.getByLabel('Sign-in name').fill(signInName)
    await page.getByLabel('Passphrase or one-time code', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation').first().waitFor()
    const opened = browser
    return {
      page,
      cdp: await context.newCDPSession(page),
      async close() {
        await opened.close()
        await app.end()
      },
    }
  } catch (error) {
    await browser?.close()
    await app.end()
    throw error
  }
}
