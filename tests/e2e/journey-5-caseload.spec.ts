import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'

test.use({ profile: 'demo' })
test.setTimeout(150_000)

test('a nurse narrows and sorts the caseload by keyboard, finds it again as it was left, and opens a case', async ({ page }) => {
  await openCaseload(page)

  await test.step('whose cases: every scope says how many it would show, and shows as many', async () => {
    for (const scope of ['Mine', 'My units', 'Unassigned', 'All']) {
      const chip = page.getByRole('group', { name: 'Whose cases' }).getByRole('button', { name: new RegExp(`^${scope}\\s*\\d+$`) })
      const promised = Number(/\d+$/.exec((await chip.textContent()) ?? '')?.[0])
      await chip.click()
      await expect(chip).toHaveAttribute('aria-pressed', 'true')
      await expect(grid(page)).toHaveAttribute('aria-rowcount', String(promised + 1))
    }
    await expect(grid(page), '24 open cases in the demo').toHaveAttribute('aria-rowcount', '25')
  })

  await test.step('the list narrows while typing and comes back with Escape', async () => {
    const [family, mrn] = [(await texts(page, 'Patient'))[0]?.split(',')[0] ?? '', (await texts(page, 'MRN'))[4] ?? '']
    await filter(page).focus()
    await page.keyboard.type(family.slice(0, 5))
    await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '25')
    for (const name of await texts(page, 'Patient')) expect(name).toContain(family.slice(0, 5))
    await page.keyboard.press('Escape')
    await page.keyboard.type(mrn)
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
    await page.keyboard.press('Escape')
    await page.keyboard.type('nobody of that name')
    await expect(page.getByText('No case matches')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '25')
  })

  await test.step('three levels of sort: Enter and Shift+Enter on the headers, Shift+click with the mouse', async () => {
    await sortByKeyboard(page, 'Payer', 'Enter')
    await expect(header(page, 'Payer')).toHaveAttribute('aria-sort', 'ascending')
    await sortByKeyboard(page, 'Case manager', 'Shift+Enter')
    await header(page, 'EDD').getByRole('button').first().click({ modifiers: ['Shift'] })
    await expect(page.getByText('Sorted by Payer ascending, then Case manager ascending, then EDD ascending')).toBeAttached()
    await expectSorted(page, 'Payer')
    await header(page, 'MRN').getByRole('button').first().click({ modifiers: ['Shift'] })
    await expect(header(page, 'MRN'), 'there is no fourth level').toHaveAttribute('aria-sort', 'none')
  })

  await test.step('made my default, it is there again after another screen, a lock and a reload', async () => {
    await chooseFilter(page, 'Make this my default')
    await expect(page.getByText('The caseload now opens like this.', { exact: true })).toBeVisible()
    const order = await texts(page, 'MRN')
    await go(page, 'Today')
    await openCaseload(page)
    await expectAsLeft(page, order)
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: 'Open the demo again' }).click()
    await expectAsLeft(page, order)
    await page.reload()
    await openCaseload(page)
    await expectAsLeft(page, order)
  })

  await test.step('arrow keys walk the rows, Enter opens the case', async () => {
    await filter(page).focus()
    await page.keyboard.press('ArrowDown')
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const row = page.getByRole('row').and(page.locator(`[id="${await grid(page).getAttribute('aria-activedescendant')}"]`))
    await expect(row).toHaveAttribute('aria-rowindex', '4')
    const patient = (await texts(page, 'Patient'))[2] ?? ''
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main').locator('header').first()).toContainText(patient.replace(/\s*\d+ [FMX]$/, ''))
  })
})

test('a filter is kept under a name, its removal undone, and columns come and go', async ({ page }) => {
  await openCaseload(page)
  await scopeChip(page, 'All').click()

  await test.step('a saved filter comes back with one choice', async () => {
    await page.getByRole('button', { name: 'Filters', exact: true }).click()
    await page.getByRole('menuitemcheckbox', { name: 'High', exact: true }).click()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeVisible()
    await expect(grid(page)).not.toHaveAttribute('aria-rowcount', '25')
    const high = await grid(page).getAttribute('aria-rowcount') ?? ''
    await chooseFilter(page, 'Save this filter…')
    await page.getByRole('dialog').getByLabel('Name').fill('High risk, everyone')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await go(page, 'Today')
    await openCaseload(page)
    await expect(grid(page), 'another screen and back: the list as it was left').toHaveAttribute('aria-rowcount', high)
    await scopeChip(page, 'Mine').click()
    await expect(page.getByRole('button', { name: 'Saved filters' })).toBeVisible()
    await chooseFilter(page, 'High risk, everyone', 'Saved filters')
    await expect(grid(page)).toHaveAttribute('aria-rowcount', high)
  })

  await test.step('removed by mistake, it is back with Undo', async () => {
    await chooseFilter(page, 'Remove “High risk, everyone”', 'High risk, everyone')
    const undo = page.getByRole('button', { name: 'Undo' })
    await expect(page.getByRole('button', { name: 'Saved filters' })).toBeVisible()
    await undo.click()
    await expect(page.getByRole('button', { name: 'High risk, everyone' })).toBeVisible()
  })

  await test.step('columns are chosen, remembered and set back', async () => {
    await expect(header(page, 'Risk')).toHaveCount(0)
    await chooseColumn(page, 'Risk')
    await expect(header(page, 'Risk')).toBeVisible()
    await chooseColumn(page, 'DRG')
    await expect(header(page, 'DRG')).toHaveCount(0)
    await go(page, 'Today')
    await openCaseload(page)
    await expect(header(page, 'Risk')).toBeVisible()
    await expect(header(page, 'DRG')).toHaveCount(0)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitem', { name: 'Reset to default' }).click()
    await expect(header(page, 'DRG')).toBeVisible()
    await expect(header(page, 'Risk')).toHaveCount(0)
  })

  await test.step('readable for everyone, in light and in dark', async () => {
    for (const [name, theme] of [['Dark', 'dark'], ['Light', 'light']] as const) {
      await page.getByRole('button', { name: 'Colours' }).click()
      await page.getByRole('menuitemradio', { name, exact: true }).click()
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      await expectNoAxeViolations(page)
    }
  })
})

const grid = (page: Page) => page.getByRole('grid', { name: 'Caseload' })
const filter = (page: Page) => page.getByLabel('Filter by name, MRN, unit, DRG or payer')
const header = (page: Page, name: string) => grid(page).getByRole('columnheader').filter({ hasText: new RegExp(`^${name}\\d?$`) })
const scopeChip = (page: Page, name: string) => page.getByRole('group', { name: 'Whose cases' }).getByRole('button', { name })

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click()
}

async function openCaseload(page: Page): Promise<void> {
  await go(page, 'Caseload')
  await expect(page.getByRole('gridcell').or(page.getByRole('rowheader')).first()).toBeVisible()
}

/** What stands in a column, from the first row in view on, once the rows have come. */
async function texts(page: Page, column: string): Promise<string[]> {
  await expect(grid(page)).toHaveAttribute('aria-busy', 'false')
  const at = await header(page, column).getAttribute('aria-colindex')
  return grid(page).locator(`[data-index] > [aria-colindex="${at ?? ''}"]`).allInnerTexts()
}

async function sortByKeyboard(page: Page, column: string, key: 'Enter' | 'Shift+Enter'): Promise<void> {
  await grid(page).focus()
  await page.keyboard.press('Control+ArrowUp')
  const at = Number(await header(page, column).getAttribute('aria-colindex'))
  for (let i = 1; i < at; i++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press(key)
}

async function expectSorted(page: Page, column: string): Promise<void> {
  await expect.poll(async () => {
    const found = await texts(page, column)
    return found.length > 3 && found.every((text, i) => i === 0 || (found[i - 1] ?? '').localeCompare(text, 'en') <= 0)
  }).toBe(true)
}

async function expectAsLeft(page: Page, order: readonly string[]): Promise<void> {
  await expect(scopeChip(page, 'All')).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('Sorted by Payer ascending, then Case manager ascending, then EDD ascending')).toBeAttached()
  await expect.poll(() => texts(page, 'MRN')).toEqual(order)
}

/** An entry of the menu of saved filters, whose button bears the name of the filter shown. */
async function chooseFilter(page: Page, entry: string, button = 'Saved filters'): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: entry, exact: true }).or(page.getByRole('menuitem', { name: entry, exact: true })).click()
}

async function chooseColumn(page: Page, column: string): Promise<void> {
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: column, exact: true }).click()
  await page.keyboard.press('Escape')
}
