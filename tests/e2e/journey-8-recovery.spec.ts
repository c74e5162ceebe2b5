import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { entryRow, openHipCase } from './support/hip-case.ts'
import { signInAsNewFacility } from './support/sign-in.ts'

test.use({ profile: 'facility' })

test('a nurse places a plan with one action, follows it, re-plans it and revises the EDD, by keyboard alone', async ({ page }) => {
  test.setTimeout(240_000)
  await signInAsNewFacility(page)
  await openHipCase(page)

  await test.step('the plan that fits is first, with its reason and its day 0; one action places it', async () => {
    const first = page.getByRole('region', { name: 'Place a recovery plan' }).getByRole('listitem').first()
    await expect(first).toContainText('Total hip arthroplasty')
    await expect(first).toContainText('Working DRG 470')
    await expect(first).toContainText('admission day is assumed')
    await page.getByRole('button', { name: 'Place with defaults: Total hip arthroplasty (elective)' }).press('Enter')
    await expect(page.getByRole('treegrid')).toBeVisible()
  })

  await test.step('rules show no days, UK figures say so, the GMLOS names its year', async () => {
    await expect(page.getByText('GMLOS 2.0 d, DRG 470, FY2027').first()).toBeVisible()
    await entryRow(page, 'Out of bed').focus()
    await page.keyboard.press('End')
    await expect(entryRow(page, 'Important Message, first copy')).toContainText('No clock yet')
    await expect(entryRow(page, 'Discharge goals met')).toContainText('UK')
  })

  await test.step('one key marks a milestone reached today, by me', async () => {
    await page.keyboard.press('Home')
    await entryRow(page, 'Out of bed').focus()
    await page.keyboard.press('r')
    await expect(entryRow(page, 'Out of bed')).toContainText('Reached')
  })

  await test.step('Ctrl+Z takes the mark back, so does Enter on the toast; the row keeps the focus for the next key', async () => {
    await page.keyboard.press('Control+z')
    await expect(entryRow(page, 'Out of bed')).not.toContainText('Reached')
    await page.keyboard.press('r')
    await expect(entryRow(page, 'Out of bed')).toContainText('Reached')
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
    await expect(entryRow(page, 'Out of bed')).not.toContainText('Reached')
    await expect(entryRow(page, 'Out of bed')).toBeFocused()
    await page.keyboard.press('r')
    await expect(entryRow(page, 'Out of bed')).toContainText('Reached')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('Alt and an arrow re-plan; on the day of placement nobody asks why; all later open rows come along', async () => {
    await entryRow(page, 'Climbs the stairs').focus()
    await page.keyboard.press('Alt+ArrowRight')
    const dialog = page.getByRole('dialog', { name: /Re-plan: Climbs the stairs/ })
    await expect(dialog.getByLabel('Move by')).toHaveValue('1')
    await page.keyboard.press('Alt+ArrowRight')
    await expect(dialog.getByLabel('Move by')).toHaveValue('2')
    await dialog.getByRole('radio', { name: /later open rows/ }).check()
    await dialog.getByRole('button', { name: 'Save new dates' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(entryRow(page, 'Climbs the stairs')).toContainText('first planned')
    await expect(entryRow(page, 'Wound check')).toContainText('first planned')
    await expect(entryRow(page, 'Climbs the stairs')).toBeFocused()
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
    await expect(entryRow(page, 'Wound check')).not.toContainText('first planned')
  })

  await test.step('an entry that does not apply says why', async () => {
    await entryRow(page, 'Drives').focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /Drives/ })
    await dialog.getByRole('radio', { name: 'Not applicable' }).check()
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await expect(dialog.getByText('Say why it does not apply.')).toBeVisible()
    await dialog.getByLabel('Why it does not apply').fill('Has never driven')
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await expect(dialog).toBeHidden()
    await expect(entryRow(page, 'Drives')).toContainText('Not applicable')
  })

  await test.step('the first EDD needs no reason, the next one does, and both stay visible', async () => {
    await setEdd(page, 'Set EDD', 't+2')
    await page.getByRole('button', { name: 'Revise' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Expected discharge').fill('t+4')
    await dialog.getByRole('button', { name: 'Save date' }).press('Enter')
    await expect(dialog.getByText('Choose a reason.')).toBeVisible()
    await dialog.getByLabel('Reason').selectOption({ label: 'Waiting for placement' })
    await dialog.getByRole('button', { name: 'Save date' }).press('Enter')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: /Earlier expected discharge dates/ }).press('Enter')
    await expect(page.getByText('Waiting for placement')).toBeVisible()
    await expect(page.getByText('First date')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('zoom, pan and fit by keyboard; the same as a table', async () => {
    await entryRow(page, 'Out of bed').focus()
    for (const key of ['+', '+', '-', 'Shift+ArrowRight', 'Shift+ArrowLeft', '0']) await page.keyboard.press(key)
    await expect(page.getByRole('treegrid')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Table' }).press('Enter')
    await expect(page.getByRole('table', { name: 'Recovery: planned and actual' }).getByRole('row')).not.toHaveCount(0)
    await expectNoAxeViolations(page)
  })
})

async function setEdd(page: Page, button: string, day: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Expected discharge').fill(day)
  await dialog.getByRole('button', { name: 'Save date' }).press('Enter')
  await expect(dialog).toBeHidden()
}
