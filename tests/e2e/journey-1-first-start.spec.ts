import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from './support/fixture.ts'
import { nurse } from './support/people.ts'
import { setUpFacility, signIn } from './support/sign-in.ts'

test.use({ profile: 'fresh', acknowledged: false })
test.slow()

test('a first start says what a browser cannot protect, sets the facility up, and the case manager signs in on an encrypted store', async ({ page, app }) => {
  if (app.shell === 'browser') {
    await expect(page.getByRole('heading', { name: 'Caseboard in a browser window' })).toBeVisible()
    expect(page.url(), 'nothing of the session stays in the address').toBe(`${app.origin}/`)
    await page.getByRole('button', { name: 'I have read this; go on' }).click()
  }
  await expect(page.getByRole('heading', { name: 'Set up this workstation' })).toBeVisible()
  const words = await setUpFacility(page)
  expect(new Set(words).size).toBeGreaterThan(12)
  expect(existsSync(path.join(app.profileFolder, 'keyring.json'))).toBe(true)

  await page.keyboard.press('Control+L')
  await signIn(page, nurse)
  expect(await page.title()).not.toContain(nurse.fullName)
})

test('the second start asks neither for the set-up nor for the browser notice again', { tag: '@browser-shell' }, async ({ page, app }) => {
  await page.getByRole('button', { name: 'I have read this; go on' }).click()
  await setUpFacility(page)
  await page.reload()
  await expect(page.getByRole('navigation'), 'a reload goes on').toBeVisible()
  await page.goto(await app.newAddress())
  const takeOver = page.getByRole('button', { name: 'Take over here' })
  await expect(takeOver.or(page.getByRole('navigation')).first()).toBeVisible()
  if (await takeOver.isVisible()) await takeOver.click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(page.getByRole('button', { name: 'I have read this; go on' })).toHaveCount(0)
})
