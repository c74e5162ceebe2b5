import { expect, test } from '@playwright/test'
import { standIn, standInOrigin } from './support/stand-in.ts'

test('stand-in: the preload script gives the page exactly its functions, and the page starts under Electron’s policy', async ({ page }) => {
  const faults: string[] = []
  page.on('console', message => { if (message.type() === 'error') faults.push(message.text()) })
  page.on('pageerror', error => { faults.push(error.message) })
  const seen = await standIn(page)
  await page.goto(`${standInOrigin}/index.html`)
  await expect(page.getByRole('heading', { name: 'Set up this workstation' })).toBeVisible()
  expect(await page.evaluate(() => [Object.keys(window.workstation).toSorted(), Object.keys(window.workstation.shell).toSorted()])).toEqual([
    ['invoke', 'on', 'shell'], ['acceptFiles', 'forgetCopied', 'kind', 'offerText', 'openFiles', 'print', 'printsBy', 'quit', 'saveFile'],
  ])
  expect(await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(name => name in window))).toEqual([])
  expect(await page.evaluate(() => Object.isFrozen(window.workstation))).toBe(true)
  expect(seen.requests).toContainEqual({ channel: 'session.state', input: {}, commandId: undefined })
  expect(seen.outside).toEqual([])
  expect(faults).toEqual([])
})

test('stand-in: eval, inline scripts, outside requests, frames and markup from text are all stopped', async ({ page }) => {
  const seen = await standIn(page)
  await page.goto(`${standInOrigin}/index.html`)
  const blocked = await page.evaluate(async () => {
    const tries: Record<string, () => unknown> = {
      fetch: () => fetch('/index.html'),
      outside: () => fetch('https://evil.test/'),
      markup: () => { document.body.innerHTML = '<b>x</b>' },
      script: () => { document.createElement('script').text = 'window.__x = 1' },
    }
    const stopped: string[] = []
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt()
      } catch {
        stopped.push(name)
      }
    }
    // The debugger's own evaluation is outside the policy; a timer's is not.
    await new Promise<void>(resolve => {
      setTimeout(() => {
        try {
          Reflect.construct(Function, ['window.__x = 1'])()
        } catch {
          stopped.push('eval')
        }
        resolve()
      }, 0)
    })
    return stopped.toSorted()
  })
  expect(blocked).toEqual(['eval', 'fetch', 'markup', 'outside', 'script'])
  expect(await page.evaluate(() => Reflect.get(globalThis, '__x'))).toBeUndefined()
  expect(seen.outside).toEqual([])
})
