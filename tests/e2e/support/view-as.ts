import { expect, type Page } from '@playwright/test'

/** In a demo: the same caseload as another role sees it. */
export async function viewAs(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: /^Signed in as/ }).click()
  await page.getByRole('menuitemradio', { name: role, exact: true }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Signed in as .*, ${role}$`) })).toBeVisible({ timeout: 30_000 })
}

/** To a screen of the navigation. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByText(screen, { exact: true }).click()
  await expect(page.getByRole('main').getByRole('heading', { level: 1 }).first()).toBeVisible()
}
