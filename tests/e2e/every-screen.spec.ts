import type { Page } from '@playwright/test'
import { expectContrast, expectNoAxeViolations, inEveryTheme } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { goTo, viewAs } from './support/view-as.ts'

// The smallest window the program is made for.
test.use({ profile: 'demo', viewport: { width: 1280, height: 800 } })
// Axe walks each screen three times; on a busy machine that takes minutes.
test.setTimeout(600_000)

/** Structure is the same in every theme, colours are not: everything in the first, contrast in the others. */
const looked = (page: Page) => inEveryTheme(page, async theme => {
  await expectFits(page)
  await (theme === 'light' ? expectNoAxeViolations(page) : expectContrast(page))
})

test.describe('every screen of the daily work is accessible in every theme and fits 1280 by 800', () => {
  test('Today, its tasks, the caseload, duplicates, import', async ({ page }) => {
    await goTo(page, 'Today')
    await looked(page)
    await page.getByRole('tab', { name: /^Tasks/ }).click()
    await expect(page.getByRole('grid', { name: 'Tasks' })).toBeVisible()
    await looked(page)
    await goTo(page, 'Caseload')
    await expect(page.getByRole('gridcell').first()).not.toBeEmpty()
    await looked(page)
    await page.getByRole('button', { name: 'Likely duplicates' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Likely duplicates' })).toBeVisible()
    await looked(page)
    await goTo(page, 'Import')
    for (const tab of ['Import', 'No longer on the census', 'Likely duplicates', 'History']) {
      await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
      await looked(page)
    }
  })

  test('a patient, corrected; a new one; a stay', async ({ page }) => {
    await goTo(page, 'Today')
    await page.getByRole('group', { name: 'Whose day' }).getByRole('button', { name: 'All' }).click()
    await page.getByRole('region', { name: /^New admits/ }).getByRole('listitem').first().getByRole('button').first().click()
    await expect(page.getByRole('heading', { level: 2, name: 'Stays' })).toBeVisible()
    await looked(page)
    await page.getByRole('button', { name: 'Correct', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Correct the patient' })).toBeVisible()
    await page.getByRole('button', { name: 'Add coverage' }).click()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'needs attention' })).toContainText(/Coverage \d, Payer/)
    await looked(page)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByRole('button', { name: 'Record stay' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Record a stay' })).toBeVisible()
    await looked(page)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await page.getByRole('button', { name: 'Open case' }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Open a case' })).toBeVisible()
    await looked(page)
    await goTo(page, 'Caseload')
    await page.getByRole('button', { name: 'New patient' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Add a patient' })).toBeVisible()
    await looked(page)
  })

  test('a case, corrected; its papers; the list on paper', async ({ page }) => {
    await openPlannedCase(page)
    await looked(page)
    await page.getByRole('button', { name: 'Edit case' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Edit the case' })).toBeVisible()
    await looked(page)
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    for (const paper of ['Timeline for the chart', 'My recovery plan']) {
      await page.getByRole('button', { name: 'Print', exact: true }).click()
      await page.getByRole('menuitem', { name: new RegExp(paper) }).click()
      await expect(page.getByRole('article').first()).toBeVisible()
      await looked(page)
      await page.getByRole('button', { name: 'Back', exact: true }).click()
    }
    await goTo(page, 'Today')
    await page.getByRole('button', { name: 'Print my list' }).click()
    await expect(page.getByRole('article').first()).toBeVisible()
    await looked(page)
  })

  test('reference data, the check, the settings', async ({ page }) => {
    for (const screen of ['Reference data', 'Check workstation']) {
      await goTo(page, screen)
      await looked(page)
    }
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await looked(page)
  })
})

test('every dialog of a case and a patient is accessible, in light and in dark', async ({ page }) => {
  for (const theme of ['Light', 'Dark'] as const) {
    await page.getByRole('button', { name: 'Colours' }).click()
    await page.getByRole('menuitemradio', { name: theme, exact: true }).click()
    await openPlannedCase(page)
    for (const key of ['Alt+n', 'Alt+t', 'Alt+c', 'Control+k']) await look(page, () => page.keyboard.press(key))
    for (const item of ['Reassign…', 'Put on hold…', 'Close case…']) {
      await look(page, async () => {
        await page.getByRole('button', { name: 'Case', exact: true }).click()
        await page.getByRole('menuitem', { name: item }).click()
      })
    }
    for (const name of ['Change status', 'Move', 'Revise']) await look(page, () => page.getByRole('button', { name, exact: true }).first().click())
    // An open milestone: what is reached, or a rule, is not moved.
    const row = page.getByRole('treegrid').getByRole('row', { level: 2 }).filter({ hasText: /in \d+ d|Due|d open/ }).first()
    for (const key of ['Enter', 'Alt+ArrowRight']) await look(page, () => row.press(key))
    await page.getByRole('button', { name: 'Case', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Patient record' }).click()
    await look(page, async () => {
      await page.getByRole('button', { name: 'More', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Record a death…' }).click()
    })
    await goTo(page, 'Today')
    await page.getByRole('tab', { name: /^Tasks/ }).click()
    await look(page, async () => {
      await page.getByRole('grid', { name: 'Tasks' }).focus()
      await page.keyboard.press('Enter')
    })
  }
})

for (const role of ['Outpatient case manager', 'Care manager', 'Assistant', 'Lead', 'Physician advisor', 'Privacy officer', 'Administrator']) {
  test(`what the navigation offers the ${role.toLowerCase()} opens and is accessible`, async ({ page }) => {
    await viewAs(page, role)
    const offered = (await page.getByRole('navigation').getByRole('button').allInnerTexts()).map(name => name.trim()).filter(name => name !== '')
    expect(offered.length).toBeGreaterThan(1)
    for (const screen of offered) {
      await goTo(page, screen)
      await expectFits(page)
      await expectNoAxeViolations(page)
    }
  })
}

/** Opens a dialog, looks at it, and closes it with Escape; what was typed by itself is nothing to ask about. */
async function look(page: Page, open: () => Promise<void>): Promise<void> {
  await open()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
}

/** Nothing sticks out of the window. */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
}

/** A case with a plan and an EDD. */
async function openPlannedCase(page: Page): Promise<void> {
  await goTo(page, 'Caseload')
  const row = page.getByRole('grid', { name: 'Caseload' }).getByRole('row').filter({ hasText: 'Inpatient' }).filter({ hasNotText: 'No plan placed' }).filter({ hasNotText: 'No EDD set' }).first()
  await row.dblclick()
  await expect(page.getByRole('treegrid')).toBeVisible()
}
