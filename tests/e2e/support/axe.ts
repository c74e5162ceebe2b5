import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const themes = ['light', 'dark', 'contrast'] as const
const names = { light: 'Light', dark: 'Dark', contrast: 'High contrast' } as const

/** WCAG 2.2 A and AA without a violation; Fluent's focus sentinels are left out, nothing else is. */
export const expectNoAxeViolations = (page: Page): Promise<void> => expectNothingFound(new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']))

/** What a theme can break: the colours of texts and of links among them. */
export const expectContrast = (page: Page): Promise<void> => expectNothingFound(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']))

async function expectNothingFound(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? ''})`).join(', ')}`)).toEqual([])
}

/** Runs `look` in every theme, chosen from the top bar as a person does. */
export async function inEveryTheme(page: Page, look: (theme: (typeof themes)[number]) => Promise<void>): Promise<void> {
  for (const theme of themes) {
    await page.getByRole('button', { name: 'Colours' }).click()
    await page.getByRole('menuitemradio', { name: names[theme], exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await look(theme)
  }
}
