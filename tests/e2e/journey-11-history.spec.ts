import type { Page } from '@playwright/test'
import { expectNoAxeViolations, inEveryTheme } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { goTo, viewAs } from './support/view-as.ts'

test.use({ profile: 'demo' })
test.setTimeout(240_000)

test('the privacy officer finds who saw and changed what by person, patient, action and day, typed key by key', async ({ page }) => {
  // Something to find: a record that is looked at today.
  const patient = await lookAtFirstCase(page)
  await viewAs(page, 'Privacy officer')
  await goTo(page, 'History')
  await expect(history(page)).toBeVisible()
  const all = await rowCount(page)
  expect(all).toBeGreaterThan(100)

  await test.step('by day: half-typed days stay as they are typed, and filter once they are days', async () => {
    const from = page.getByRole('textbox', { name: 'From' })
    await from.pressSequentially('1')
    await expect(from).toHaveValue('1')
    await from.pressSequentially('/2/2020')
    await expect(from).toHaveValue('1/2/2020')
    await expect.poll(() => rowCount(page)).toBeGreaterThanOrEqual(all)
    const to = page.getByRole('textbox', { name: 'To' })
    await to.pressSequentially('1/3/2020')
    await expect(page.getByText('Nothing in the history fits')).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect(from).toHaveValue('')
    await expect.poll(() => rowCount(page)).toBeGreaterThanOrEqual(all)
    await from.pressSequentially('t')
    await from.press('Tab')
    await expect(history(page)).toBeVisible()
    await page.getByRole('button', { name: 'Clear' }).click()
  })

  await test.step('by patient and by person: every row is theirs', async () => {
    const field = page.getByRole('combobox', { name: 'Patient' })
    await field.pressSequentially(patient.slice(0, 6))
    await page.getByRole('option').filter({ hasText: patient }).first().click()
    await expect.poll(() => rowCount(page)).toBeLessThan(all)
    await expect.poll(() => columnTexts(page, 'Patient')).toEqual(expect.arrayContaining([patient]))
    expect(new Set(await columnTexts(page, 'Patient'))).toEqual(new Set([patient]))
    await page.getByLabel('Person').selectOption({ label: 'Dana Moreno' })
    await expect.poll(async () => new Set(await columnTexts(page, 'Person'))).toEqual(new Set(['Dana Moreno']))
    await page.getByRole('button', { name: 'Clear' }).click()
  })

  await test.step('by action; and no value of a record stands in the history', async () => {
    await page.getByLabel('What').selectOption({ label: 'Case opened' })
    await expect.poll(async () => new Set(await columnTexts(page, 'What'))).toEqual(new Set(['Case opened']))
  })

  await test.step('readable in every theme', () => inEveryTheme(page, () => expectNoAxeViolations(page)))
})

test('days are typed key by key wherever a day is asked for', async ({ page }) => {
  await goTo(page, 'Caseload')
  await page.getByRole('button', { name: 'New patient' }).first().click()
  const birth = page.getByRole('textbox', { name: 'Birth date' })
  await birth.pressSequentially('3/20/1961')
  await expect(birth).toHaveValue('3/20/1961')
  await goTo(page, 'Today')
  await page.getByRole('group', { name: 'Whose day' }).getByRole('button', { name: 'All' }).click()
  await page.getByRole('button', { name: 'Open a case' }).first().click()
  const edd = page.getByRole('textbox', { name: 'Expected discharge (EDD)' })
  await edd.fill('')
  await edd.pressSequentially('t+12')
  await expect(edd).toHaveValue('t+12')
  await goTo(page, 'Today')
  await page.keyboard.press('Alt+t')
  const due = page.getByRole('dialog').getByRole('textbox', { name: 'Due' })
  await due.fill('')
  await due.pressSequentially('12/31')
  await expect(due).toHaveValue('12/31')
})

const history = (page: Page) => page.getByRole('grid', { name: 'History' })
const rowCount = async (page: Page): Promise<number> => Number(await history(page).getAttribute('aria-rowcount')) - 1

/** What stands in a column of the rows in view, blanks left out. */
async function columnTexts(page: Page, column: string): Promise<string[]> {
  await expect(history(page)).toHaveAttribute('aria-busy', 'false')
  const at = await history(page).getByRole('columnheader').filter({ hasText: new RegExp(`^${column}\\d?$`) }).getAttribute('aria-colindex')
  const texts = await history(page).locator(`[data-index] > [aria-colindex="${at ?? ''}"]`).allInnerTexts()
  return texts.filter(text => text.trim() !== '')
}

/** Opens a case as the case manager; returns the patient's name. */
async function lookAtFirstCase(page: Page): Promise<string> {
  await goTo(page, 'Caseload')
  await expect(page.getByRole('gridcell').first()).not.toBeEmpty()
  await page.getByRole('grid', { name: 'Caseload' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Notes' })).toBeVisible()
  return (await page.getByRole('main').getByRole('heading', { level: 1 }).innerText()).trim()
}
