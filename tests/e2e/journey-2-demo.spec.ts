import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from './support/fixture.ts'

test.use({ profile: 'demo' })

test('a demo opens at once, is marked on every screen, shows each role its own view, and leaves no file behind', async ({ page, app }) => {
  await expect(page.getByText(/DEMO\s*[–-]\s*synthetic patients/i)).toBeVisible()
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.getByRole('link', { name: 'Caseload' }).or(page.getByRole('button', { name: 'Caseload' })).first().click()
  await expect(page.getByRole('grid').or(page.getByRole('table')).first()).toBeVisible()
  await expect(page.getByText(/DEMO\s*[–-]\s*synthetic patients/i)).toBeVisible()

  await page.getByRole('button', { name: /Signed in as Dana Moreno/ }).click()
  await page.getByRole('menuitem', { name: /Administrator/ }).or(page.getByRole('menuitemradio', { name: /Administrator/ })).first().click()
  await expect(page.getByRole('navigation').getByText('Caseload', { exact: true }), 'an administrator sees no patient').toBeHidden()
  await expect(page.getByText(/DEMO\s*[–-]\s*synthetic patients/i)).toBeVisible()

  const mine = demoFolders(app.profileFolder)
  expect(mine).toHaveLength(1)
  // A page whose program has ended looks for it, and the browser reports that nobody answers.
  await page.close()
  await app.end()
  for (const folder of mine) expect(existsSync(folder), 'the demo removes its files at exit').toBe(false)
})

function demoFolders(temporary: string): string[] {
  return readdirSync(temporary).filter(name => name.startsWith('caseboard-demo-')).map(name => `${temporary}/${name}`)
}
