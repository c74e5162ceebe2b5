import type { Page } from '@playwright/test'
import { expect, test } from './support/fixture.ts'

test.use({ profile: 'demo' })
test.setTimeout(150_000)

test('a half-written note is there after a lock and after a reload, and stands in the resume list until it is saved', async ({ page }) => {
  await openFirstCase(page)
  await page.keyboard.press('Alt+n')
  await expect(noteText(page)).toBeFocused()
  await page.keyboard.type('Daughter asks for a bed near')
  await expect(page.getByRole('button', { name: '1 unfinished', includeHidden: true })).toBeAttached()

  await test.step('lock now, unlock: the same form with the same words', async () => {
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: 'Open the demo again' }).click()
    await expect(noteText(page)).toHaveValue('Daughter asks for a bed near')
  })

  await test.step('a reload: back from the resume list, finished and saved', async () => {
    await page.reload()
    await expect(page.getByRole('navigation')).toBeAttached()
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+D')
    await page.getByRole('menuitem', { name: /^Note, / }).press('Enter')
    await expect(noteText(page)).toHaveValue('Daughter asks for a bed near')
    await expect(page.getByText('Your unfinished text is back.')).toBeVisible()
    await noteText(page).press('End')
    await page.keyboard.type(' Riverbend.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('region', { name: 'Notes' })).toContainText('Daughter asks for a bed near Riverbend.')
    await expect(page.getByRole('button', { name: /unfinished/ })).toHaveCount(0)
  })
})

const noteText = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'Note' })

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click()
}

/** The first case of "Mine", opened from the caseload by keyboard. */
async function openFirstCase(page: Page): Promise<void> {
  await go(page, 'Caseload')
  await expect(page.getByRole('gridcell').first()).not.toBeEmpty()
  await expect(page.getByRole('grid', { name: 'Caseload' })).toHaveAttribute('aria-busy', 'false')
  await page.getByRole('grid', { name: 'Caseload' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible()
}
