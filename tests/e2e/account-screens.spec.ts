import { expectNoAxeViolations, inEveryTheme } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { administrator } from './support/people.ts'
import { signIn } from './support/sign-in.ts'

test.use({ profile: 'facility' })
// Axe walks each screen three times; on a busy machine that takes minutes.
test.setTimeout(600_000)

test('the administrator’s screens are accessible in every theme', async ({ page }) => {
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Forgot your passphrase?' }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Back to sign-in' }).click()
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  await expect(page.getByRole('button', { name: 'Look for backups' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await signIn(page, administrator)
  for (const screen of ['People', 'Facility', 'Backup', 'Check workstation']) {
    await page.getByRole('navigation').getByRole('button', { name: screen }).click()
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible()
    await inEveryTheme(page, () => expectNoAxeViolations(page))
  }
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await inEveryTheme(page, () => expectNoAxeViolations(page))
})
