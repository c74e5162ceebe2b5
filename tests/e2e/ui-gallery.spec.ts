import AxeBuilder from '@axe-core/playwright'
import { expect, test as base } from '@playwright/test'
import { attachGallery, buildGallery, type GalleryQuery } from './support/gallery.ts'

/** The building blocks without the product around them: accessible in every theme, and as their keyboard promises. */
const test = base.extend<{ gallery: Awaited<ReturnType<typeof attachGallery>> }>({
  gallery: async ({ page }, use) => {
    const gallery = await attachGallery(page)
    await use(gallery)
    expect(gallery.complaints).toEqual([])
  },
})

test.beforeAll(buildGallery)

const colored: readonly GalleryQuery[] = [
  { page: 'values' }, { page: 'table', rows: '8' }, { page: 'fields' }, { page: 'layout' }, { page: 'states' }, { page: 'overlays' },
  { page: 'overlays', open: 'form' }, { page: 'overlays', open: 'confirm' }, { page: 'overlays', open: 'palette' },
]
// Paper is white in every theme; a long, a loading and an empty table differ from a short one in structure only.
const structural: readonly GalleryQuery[] = [{ page: 'table' }, { page: 'table', delay: '100000' }, { page: 'table', rows: '0', compact: 'yes' }, { page: 'printing' }]

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`no building block breaks WCAG 2.2 AA in ${theme}`, async ({ page, gallery }, info) => {
    test.setTimeout(300_000)
    for (const query of theme === 'light' ? [...colored, ...structural] : colored) {
      await gallery.open({ ...query, theme })
      await page.waitForTimeout(250)
      const name = Object.values(query).join('-')
      await page.screenshot({ path: info.outputPath(`${name}.png`) })
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).exclude('[data-tabster-dummy]').analyze()
      expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    }
  })
}

test('the table is one tab stop that moves by row, opens, and reaches its headers', async ({ page, gallery }) => {
  await gallery.open({ page: 'table' })
  const grid = page.getByRole('grid', { name: 'Caseload' })
  await expect(grid).toBeFocused()
  const current = () => grid.evaluate((element) => document.getElementById(element.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex'))
  await page.keyboard.press('ArrowDown')
  expect(await current()).toBe('3')
  await page.keyboard.press('End')
  await expect.poll(current).toBe('10001')
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByText('opened Petrov, Amara')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'MRN' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('columnheader', { name: 'Unit · bed' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('status').filter({ hasText: 'Sorted by MRN ascending, then Unit · bed ascending' })).toBeAttached()
})

test('a column is sorted, widened and hidden from its menu by keyboard alone', async ({ page, gallery }) => {
  await gallery.open({ page: 'table' })
  const header = page.getByRole('columnheader', { name: 'MRN' })
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const before = (await header.boundingBox())?.width ?? 0
  await page.keyboard.press('Control+ArrowRight')
  await expect.poll(async () => (await header.boundingBox())?.width).toBe(before + 24)
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Sort ascending' })).toBeFocused()
  await page.getByRole('menuitem', { name: 'Hide column' }).press('Enter')
  await expect(header).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'MRN' }).click()
  await expect(header).toBeVisible()
})

test('ten thousand rows keep the page small, and rows on their way are skeletons', async ({ page, gallery }) => {
  await gallery.open({ page: 'table', delay: '300' })
  await expect(page.getByRole('row').nth(5)).toContainText(/\d{7}/)
  await page.getByRole('grid').evaluate((element) => element.scrollTo(0, 200_000))
  await expect(page.locator('[data-index="6250"]')).toBeAttached()
  await expect(page.locator('[data-index="6250"]')).not.toContainText(/\d{7}/)
  await expect(page.locator('[data-index="6250"]')).toContainText(/\d{7}/)
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(1_500)
})

test('a day is shown as it was understood, and what is none is said and kept', async ({ page, gallery }) => {
  await gallery.open({ page: 'fields' })
  const field = page.getByLabel('Expected discharge')
  await field.fill('t+2')
  await expect(field).toHaveAccessibleDescription(/Tue 24 Nov 2026/)
  await field.press('Tab')
  await expect(field).toHaveValue('11/24/2026')
  await field.fill('13/40')
  await field.press('Tab')
  await expect(field).toHaveValue('13/40')
  await expect(field).toHaveAccessibleDescription(/Not a day/)
  await field.press('Alt+ArrowDown')
  await expect(page.getByRole('button', { name: 'Sun 22 Nov 2026' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('11/29/2026')
  await expect(field).toBeFocused()
})

test('a form that cannot be saved says why and leads to the field', async ({ page, gallery }) => {
  await gallery.open({ page: 'fields' })
  await page.getByRole('button', { name: 'Save patient' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'need attention' })
  await expect(alert).toContainText('3 fields')
  await expect(page.getByLabel('Last name')).toBeFocused()
  await alert.getByRole('button', { name: 'Birth date' }).click()
  await expect(page.getByLabel('Birth date')).toBeFocused()
  await page.getByRole('checkbox', { name: 'Not known' }).first().check()
  await expect(alert).toContainText('2 fields')
})

test('a search field takes only what was chosen', async ({ page, gallery }) => {
  await gallery.open({ page: 'fields' })
  const field = page.getByRole('combobox', { name: 'Working MS-DRG' })
  await field.pressSequentially('femur')
  await expect(page.getByRole('option', { name: /Hip and femur/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue(/Hip and femur procedures/)
  await field.fill('nonsense')
  await field.press('Tab')
  await expect(field).toHaveValue(/^$|Hip and femur/)
})

test('a dialog keeps what was typed until it is told otherwise, and gives focus back', async ({ page, gallery }) => {
  await gallery.open({ page: 'overlays' })
  await page.getByRole('button', { name: 'Form dialog' }).click()
  await expect(page.getByLabel('From')).toBeFocused()
  await page.getByLabel('In your words').fill('Family asked for Thursday')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Keep typing' }).click()
  await expect(page.getByLabel('In your words')).toHaveValue('Family asked for Thursday')
  await expect(page.getByLabel('In your words')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Form dialog' })).toBeFocused()
})

test('a toast can be undone, bad news stays until it is dismissed', async ({ page, gallery }) => {
  await gallery.open({ page: 'overlays' })
  await page.getByRole('button', { name: 'With undo' }).click()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('PT evaluation marked reached')).toHaveCount(0)
  await page.getByRole('button', { name: 'Failure' }).click()
  expect((await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').withTags(['wcag2aa', 'wcag22aa']).analyze()).violations).toEqual([])
  await page.waitForTimeout(7_000)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText('The milestone was not saved')).toHaveCount(0)
})

test('panes are resized by keyboard', async ({ page, gallery }) => {
  await gallery.open({ page: 'layout' })
  const divider = page.getByRole('separator', { name: 'Resize lower pane' })
  await divider.focus()
  await page.keyboard.press('ArrowUp')
  await expect(divider).toHaveAttribute('aria-valuenow', '126')
  await page.keyboard.press('Home')
  await expect(divider).toHaveAttribute('aria-valuenow', '96')
})

test('only the paper prints, on numbered sheets', async ({ page, gallery }) => {
  await gallery.open({ page: 'printing', theme: 'dark' })
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(3)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible()
})
