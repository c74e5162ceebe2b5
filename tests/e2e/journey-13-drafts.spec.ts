import type { Page } from '@playwright/test'
import { expect, test } from './support/fixture.ts'
import { entryRow, openHipCase } from './support/hip-case.ts'
import { nurse } from './support/people.ts'
import { signInAsNewFacility } from './support/sign-in.ts'

test.use({ profile: 'facility' })

test('what is half-written survives a lock in its form, never writes over what came after, and keeps the keys to itself', async ({ page }) => {
  test.setTimeout(240_000)
  await signInAsNewFacility(page)
  await openHipCase(page)
  await page.getByRole('button', { name: 'Place with defaults: Total hip arthroplasty (elective)' }).press('Enter')
  await expect(page.getByRole('treegrid')).toBeVisible()
  const dialog = page.getByRole('dialog', { name: /Re-plan: Climbs the stairs/ })

  await test.step('keys of the screen do nothing under a dialog', async () => {
    await entryRow(page, 'Out of bed').focus()
    await page.keyboard.press('r')
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible()
    await entryRow(page, 'Climbs the stairs').focus()
    await page.keyboard.press('Alt+ArrowRight')
    await dialog.getByLabel('Move by').fill('')
    await dialog.getByLabel('Move by').pressSequentially('-3')
    await expect(dialog.getByLabel('Move by')).toHaveValue('-3')
    await dialog.getByLabel('Note').fill('Waits for the stairs in the gym')
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Alt+n')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(dialog.getByLabel('Note')).toHaveValue('Waits for the stairs in the gym')
  })

  await test.step('a lock returns into the dialog, with days and note; no message of before lies over the sign-in', async () => {
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible()
    await expect(page.getByText('Undo')).toHaveCount(0)
    await page.getByLabel('Sign-in name').fill(nurse.signInName)
    await page.getByLabel('Passphrase or one-time code', { exact: true }).fill(nurse.passphrase)
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('Note')).toHaveValue('Waits for the stairs in the gym')
    await expect(dialog.getByLabel('Move by')).toHaveValue('-3')
    await expect(dialog).toContainText('Your unfinished text is back.')
  })

  await test.step('after a reload the resume list leads into it', async () => {
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
    await page.keyboard.press('Control+Shift+D')
    await page.getByRole('menuitem', { name: /^Re-plan: Climbs the stairs/ }).press('Enter')
    await expect(dialog.getByLabel('Note')).toHaveValue('Waits for the stairs in the gym')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('button', { name: /unfinished/ })).toHaveCount(0)
  })

  await test.step('a correction begun before the record changed elsewhere takes over only what was typed', async () => {
    await page.getByRole('button', { name: 'Case', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Patient record' }).click()
    await page.getByRole('button', { name: 'Correct', exact: true }).first().click()
    await page.getByLabel('Given names').fill('Ines Maria')
    await expect(page.getByRole('button', { name: '1 unfinished' })).toBeVisible()
    await correctElsewhere(page, { birthDate: '1959-04-02' })
    await expect(page.getByLabel('Birth date')).toHaveValue('04/02/1959')
    await expect(page.getByLabel('Given names')).toHaveValue('Ines Maria')
  })

  await test.step('where both changed the same field it says so and cannot be saved over', async () => {
    await correctElsewhere(page, { givenNames: 'Inez' })
    await expect(page.getByText('Changed since you began.')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('Nothing was saved')).toBeVisible()
    await page.getByRole('button', { name: 'Start over' }).click()
    await expect(page.getByLabel('Given names')).toHaveValue('Inez')
    await expect(page.getByRole('button', { name: /unfinished/ })).toHaveCount(0)
  })
})

/** Another person, or an import, corrects the only patient. */
async function correctElsewhere(page: Page, change: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(async (part) => {
    const id = (): string => Array.from({ length: 26 }, (_, at) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[at === 0 ? 0 : Math.floor(Math.random() * 32)]).join('')
    const ask = async (channel: string, input: unknown): Promise<unknown> => {
      const reply: unknown = await Reflect.apply(window.workstation.invoke, window.workstation, [channel, input, id()])
      const { ok, data, error } = reply as { ok: boolean; data: unknown; error: unknown }
      if (!ok) throw new Error(`${channel}: ${JSON.stringify(error)}`)
      return data
    }
    const [hit] = (await ask('search.patients', { text: 'okafor' })) as [{ patientId: string }]
    const { patientId } = hit
    const { patient } = (await ask('patients.get', { patientId })) as { patient: Record<string, unknown> & { version: number } }
    const names = ['mrn', 'familyName', 'givenNames', 'prefix', 'suffix', 'sex', 'birthDate', 'language', 'interpreterNeeded', 'telecoms', 'addresses', 'contacts', 'identifiers', 'coverages']
    const fields = Object.fromEntries(names.map(name => [name, patient[name]]))
    await ask('patients.correct', { patientId, expectedVersion: patient.version, fields: { ...fields, ...part }, keepApartFrom: [] })
  }, change)
}
