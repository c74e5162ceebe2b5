import { expectNoAxeViolations } from './support/axe.ts'
import { expect, test } from './support/fixture.ts'
import { nurse } from './support/people.ts'
import { signInAsNewFacility } from './support/sign-in.ts'

test.use({ profile: 'facility' })

const idleMinutesAndMore = 300_000
const blurWithin = 110_000

test('a screen left alone hides itself, a PIN brings it back as it was, and three wrong PINs lock', async ({ page }) => {
  test.setTimeout(idleMinutesAndMore)
  await signInAsNewFacility(page)
  await test.step('without a PIN the screen hides as well, and the passphrase brings it back', async () => {
    await page.keyboard.press('Control+Shift+L')
    const hidden = page.getByRole('dialog', { name: 'Screen hidden' })
    await hidden.getByLabel('Passphrase', { exact: true }).fill(nurse.passphrase)
    await page.keyboard.press('Enter')
    await expect(hidden).toBeHidden({ timeout: 30_000 })
  })
  await test.step('the nurse sets a PIN', async () => {
    await page.getByRole('button', { name: /^Signed in as/ }).click()
    await page.getByRole('menuitem', { name: 'Settings' }).click()
    await page.getByRole('textbox', { name: 'PIN' }).fill('4821')
    await page.getByLabel('Your passphrase', { exact: true }).fill(nurse.passphrase)
    await page.getByRole('button', { name: 'Set the PIN' }).click()
    await expect(page.getByText('You have a PIN.')).toBeVisible({ timeout: 30_000 })
  })
  await page.getByLabel('Current passphrase', { exact: true }).focus()

  await test.step('after a minute and a half without a key the screen is hidden', async () => {
    await expect(page.getByRole('dialog', { name: 'Screen hidden' })).toBeVisible({ timeout: blurWithin })
    expect(await page.getByRole('heading', { name: 'Settings' }).evaluate(isCovered), 'nothing of the screen shows through').toBe(true)
    await expectNoAxeViolations(page)
  })
  await test.step('the PIN brings back the same screen with the cursor where it was', async () => {
    await page.keyboard.type('4821')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible({ timeout: 15_000 })
    await expect(page.getByLabel('Current passphrase', { exact: true })).toBeFocused()
  })
  await test.step('Escape does not lift it, and the third wrong PIN locks', async () => {
    await page.keyboard.press('Control+Shift+L')
    const hidden = page.getByRole('dialog', { name: 'Screen hidden' })
    await expect(hidden).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(hidden).toBeVisible()
    for (const [pin, said] of [['1111', /2 tries left/], ['2222', /One try left/], ['3333', /Locked after three wrong PINs/]] as const) {
      await expect(hidden.getByLabel('PIN', { exact: true }), 'empty again for the next try').toHaveValue('')
      await page.keyboard.type(pin)
      await page.keyboard.press('Enter')
      await expect(page.getByText(said).first()).toBeVisible({ timeout: 15_000 })
    }
    await expect(page.getByText('Locked after three wrong PINs.')).toBeVisible()
  })
})

function isCovered(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect()
  return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('dialog') !== null
}
