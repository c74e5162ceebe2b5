import path from 'node:path'
import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { signInAsNewFacility } from './support/sign-in.ts'

test.use({ profile: 'facility' })
test.setTimeout(180_000)

const fixture = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/interchange', name)

test('a nurse imports two censuses and a FHIR bundle, sees before what would change, and answers for who vanished', async ({ page }) => {
  await signInAsNewFacility(page)
  await page.getByRole('button', { name: 'Import' }).or(page.getByRole('link', { name: 'Import' })).first().click()
  await expectNoAxeViolations(page)

  await test.step('the first census: columns are guessed, 25 new admits are shown, then imported', async () => {
    await choose(page, 'census-monday.csv')
    await expect(page.getByRole('button', { name: 'Import 25 rows' })).toBeVisible()
    await expect(page.getByText('Guessed from the headers')).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('button', { name: 'Import 25 rows' }).click()
    await expect(page.getByText('25 patients: 25 new.')).toBeVisible()
    await expectNoAxeViolations(page)
    await expect(page.getByText(/^Census as of/)).toBeVisible()
  })

  await test.step('the same file twice: nothing changes, in two steps', async () => {
    await page.getByRole('button', { name: 'Import more' }).click()
    await choose(page, 'census-monday.csv')
    await expect(page.getByText('Read as the last time these headers came')).toBeVisible()
    await page.getByRole('button', { name: /^Import 25 rows/ }).click()
    await expect(page.getByText('25 patients: 25 without change.')).toBeVisible()
  })

  await test.step('pasted rows: who is missing is asked about, not closed', async () => {
    await page.getByRole('button', { name: 'Import more' }).click()
    await page.getByRole('textbox', { name: 'Rows' }).fill('MRN\tPatient Name\tDOB\tUnit\tBed\n70010\tAbara, Chidi\t01/01/1935\tICU\t477\n')
    await page.getByRole('button', { name: 'Use these rows' }).click()
    await expect(page.getByRole('button', { name: /^Import 1 row/ })).toBeVisible({ timeout: 20_000 })
    await expect(page.getByRole('button', { name: /^Moved/ })).toContainText('1')
    await expect(page.getByRole('button', { name: /^Not on the census/ })).toBeVisible()
    await page.getByRole('button', { name: 'Import 1 row' }).click()
    await page.getByRole('button', { name: 'Answer now' }).click()
    await expectNoAxeViolations(page)
    const open = await page.getByRole('button', { name: /^Still here:/ }).count()
    expect(open).toBeGreaterThan(0)
    await page.getByRole('button', { name: /^Still here:/ }).first().click()
    await expect(page.getByRole('button', { name: /^Still here:/ })).toHaveCount(open - 1)
    await page.getByRole('button', { name: /^Discharged:/ }).first().click()
    await page.getByRole('button', { name: 'Record the discharge' }).click()
    await expect(page.getByRole('button', { name: /^Still here:/ })).toHaveCount(open - 2)
  })

  await test.step('a FHIR bundle: counts by kind and a reason for everything left out, opened by keyboard', async () => {
    await page.getByRole('tab', { name: 'Import', exact: true }).click()
    await page.getByRole('button', { name: 'Import more' }).click()
    await choose(page, 'nadia-haddad.json')
    await expect(page.getByText('19 entries: 17 used, 2 not used')).toBeVisible()
    await page.getByRole('row', { name: /Haddad, Nadia M/ }).dblclick()
    await expect(page.getByRole('dialog')).toContainText('Caseboard does not keep this kind of record.')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Import 1 patient' }).click()
    await expect(page.getByText('1 patient: 1 new.')).toBeVisible()
    await page.getByRole('tab', { name: 'History' }).click()
    await expect(page.getByRole('table', { name: 'Imports so far' }).getByRole('row')).toHaveCount(5)
  })
})

async function choose(page: Page, name: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Choose files' }).click()])
  await chooser.setFiles(fixture(name))
}
