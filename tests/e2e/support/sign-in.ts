import { expect, type Page } from '@playwright/test'
import { administrator, nurse, testFacility, type TestSignIn } from './people.ts'

/** Signs in on the lock screen and waits for the frame. */
export async function signIn(page: Page, { signInName, passphrase }: TestSignIn): Promise<void> {
  const name = page.getByLabel('Sign-in name')
  await name.fill(signInName)
  await page.getByLabel('Passphrase or one-time code', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 30_000 })
}

/** For `profile: 'facility'`: the nurse is at work. */
export async function signInAsNewFacility(page: Page): Promise<void> {
  await signIn(page, nurse)
}

/** For `profile: 'fresh'`: goes through the set-up wizard, as an administrator at the first start; ends signed in as the administrator. Returns the recovery words. */
export async function setUpFacility(page: Page): Promise<readonly string[]> {
  await page.getByLabel('Name of the facility').fill(testFacility.name)
  await expect(page.getByRole('combobox', { name: 'Time zone' }), 'the computer’s own zone is proposed').toHaveValue(/Chicago/)
  await next(page)
  for (const [i, unit] of testFacility.units.entries()) {
    if (i > 0) await page.getByRole('button', { name: 'Add another' }).click()
    await page.getByLabel(`Name of unit ${i + 1}`).fill(unit)
    if (unit.includes('Clinic')) await page.getByLabel(`Kind of unit ${i + 1}`).selectOption('clinic')
  }
  await next(page)
  await fillPerson(page, administrator)
  await next(page)
  await fillPerson(page, nurse)
  await next(page)
  await page.getByRole('button', { name: 'Make the encrypted store' }).click()
  const items = page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem')
  // Two key derivations are calibrated for the machine and take their time on purpose.
  await expect(items).toHaveCount(24, { timeout: 60_000 })
  const words = (await items.allTextContents()).map(text => text.replace(/^\d+/, '').trim())
  await page.getByRole('button', { name: 'I have them on paper' }).click()
  await answerWords(page, words)
  await expect(page.getByRole('navigation')).toBeVisible()
  return words
}

async function answerWords(page: Page, words: readonly string[]): Promise<void> {
  const fields = page.getByLabel(/^Word \d+$/)
  await expect(fields).toHaveCount(3)
  for (const field of await fields.all()) {
    const label = await page.locator(`label[for="${await field.getAttribute('id')}"]`).textContent()
    await field.fill(words[Number(/\d+/.exec(label ?? '')?.[0]) - 1] ?? '')
  }
  await page.getByRole('button', { name: 'Finish the set-up' }).click()
}

async function fillPerson(page: Page, { fullName, initials, signInName, passphrase }: TestSignIn): Promise<void> {
  await page.getByLabel('Full name').fill(fullName)
  await page.getByLabel('Initials').fill(initials)
  await page.getByLabel('Sign-in name').fill(signInName)
  for (const field of await page.locator('input[type="password"]').all()) await field.fill(passphrase)
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next', exact: true }).click()
}
