import { expect, test } from './support/fixture.ts'
import { administrator, nurse } from './support/people.ts'
import { setUpFacility, signIn } from './support/sign-in.ts'
import { expectNoAxeViolations } from './support/axe.ts'

test.use({ profile: 'fresh' })
test.slow()

test('from set-up to work: a recovery key on paper, two sign-ins, and a half-typed form that survives the lock', async ({ page }) => {
  await setUpFacility(page)
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
  await expect(page.getByText('its words were asked for and right')).toBeVisible()
  await expect(page.getByRole('button', { name: /Find patient/ }), 'the administrator sees no patient').toBeHidden()
  await expect(page.getByRole('button', { name: 'Caseload' })).toBeHidden()

  await test.step('an administrator begins to add a person, and the telephone rings', async () => {
    await page.getByRole('button', { name: 'Add a person' }).click()
    await page.getByLabel('Full name').fill('Petra Half')
    await page.getByLabel('Sign-in name').pressSequentially('pet')
    await page.keyboard.press('Control+L')
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 15_000 })
    await expect(page.getByText('Petra')).toBeHidden()
    expect(await page.title()).toBe('Caseboard')
  })

  await test.step('a wrong passphrase is one sentence, and the name stays', async () => {
    await page.getByLabel('Passphrase or one-time code', { exact: true }).fill('not the right one at all')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'That passphrase is not right.' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByLabel('Sign-in name')).toHaveValue(administrator.signInName)
  })

  await test.step('unlocking returns to the same form with nothing lost', async () => {
    await signInWith(page, administrator.signInName, administrator.passphrase)
    await expect(page.getByRole('dialog', { name: 'Add a person' })).toBeVisible({ timeout: 30_000 })
    await expect(page.getByLabel('Full name')).toHaveValue('Petra Half')
    await expect(page.getByLabel('Sign-in name')).toHaveValue('pet')
    await expect(page.getByText('Your unfinished text is back.')).toBeVisible()
  })

  const code = await test.step('the new person gets a one-time code, shown once', async () => {
    await page.getByLabel('Sign-in name').fill('petra')
    await page.getByLabel('Initials').fill('PH')
    await page.getByLabel('ICU').check()
    await page.getByRole('button', { name: 'Add and show the code' }).click()
    const shown = page.getByLabel('One-time code', { exact: true })
    await expect(shown).toBeVisible({ timeout: 30_000 })
    const text = (await shown.textContent()) ?? ''
    await page.getByRole('button', { name: 'I have passed it on' }).click()
    await expect(page.getByRole('button', { name: /unfinished/ })).toBeHidden()
    return text
  })

  await test.step('she replaces the code with a passphrase before anything else', async () => {
    await page.keyboard.press('Control+L')
    await signInWith(page, 'petra', code)
    await expect(page.getByRole('heading', { name: 'Welcome, Petra Half' })).toBeVisible({ timeout: 30_000 })
    await page.getByLabel('One-time code', { exact: true }).fill(code)
    await page.getByLabel(/^New passphrase\W*$/).fill('purple lanterns drift home')
    await page.getByLabel(/^New passphrase again\W*$/).fill('purple lanterns drift home')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Signed in as Petra Half, Case manager' })).toBeVisible({ timeout: 30_000 })
  })

  await test.step('another person finds their own screen, not hers', async () => {
    await page.keyboard.press('Control+L')
    await signIn(page, nurse)
    await expect(page.getByRole('button', { name: /Find patient/ })).toBeVisible()
    await expect(page.getByRole('button', { name: /unfinished/ })).toBeHidden()
  })
})

async function signInWith(page: Parameters<typeof signIn>[0], name: string, passphrase: string): Promise<void> {
  await page.getByLabel('Sign-in name').fill(name)
  await page.getByLabel('Passphrase or one-time code', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}
