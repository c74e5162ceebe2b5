import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { startBrowserApp } from './support/browser-app.ts'
import { expect, test } from './support/fixture.ts'
import { administrator, testFacility } from './support/people.ts'
import { setUpFacility, signIn } from './support/sign-in.ts'

test.use({ profile: 'fresh' })

test('a backup is put back from the sign-in screen, and on an empty machine, with the recovery words alone', async ({ page, app, browser }) => {
  test.setTimeout(300_000)
  const words = await setUpFacility(page)
  await test.step('the administrator makes a backup', async () => {
    await page.getByRole('button', { name: 'Backup', exact: true }).click()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect.poll(() => backupsIn(app.profileFolder), { timeout: 60_000 }).not.toEqual([])
  })
  const folder = backupsIn(app.profileFolder)[0] ?? ''

  await test.step('from the sign-in screen: what was there is set aside', async () => {
    await page.keyboard.press('Control+L')
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await restore(page, folder, words)
    await expect(page.getByText('Restored.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('set aside in the data folder')).toBeVisible()
    await page.getByRole('button', { name: 'Go to sign-in' }).click()
    await signIn(page, administrator)
  })

  await test.step('on an empty machine: the facility and its people are there', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'caseboard-empty-'))
    const other = await startBrowserApp(['--profile', empty], empty)
    const context = await browser.newContext()
    try {
      const second = await context.newPage()
      await second.goto(other.firstAddress)
      await second.getByRole('button', { name: 'I have read this; go on' }).click()
      await second.getByRole('button', { name: 'Restore a backup instead' }).click()
      await restore(second, folder, words)
      await expect(second.getByRole('heading', { name: testFacility.name })).toBeVisible({ timeout: 60_000 })
      await signIn(second, administrator)
      await expect(second.getByText('Nora Quill').first()).toBeVisible()
    } finally {
      await context.close()
      await other.end()
      rmSync(empty, { recursive: true, force: true })
    }
  })
})

/** Folders that hold backups below a profile; the folder of the newest file is enough for the search. */
function backupsIn(profile: string): string[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory() && entry.name.startsWith('caseboard-')).map(entry => entry.parentPath)
}

async function restore(page: Page, folder: string, words: readonly string[]): Promise<void> {
  await page.getByLabel('Folder', { exact: true }).fill(folder)
  await page.getByRole('button', { name: 'Look for backups' }).click()
  await page.getByRole('list', { name: 'Backups found' }).getByRole('button').first().click()
  await page.getByRole('radio', { name: /recovery key/i }).check()
  await page.getByLabel(/^Recovery key/).fill(words.join(' '))
  await page.getByRole('button', { name: 'Restore this backup' }).click()
}
