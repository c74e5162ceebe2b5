import { expect, test } from './support/fixture.ts'
import { entryRow, openHipCase } from './support/hip-case.ts'
import { signInAsNewFacility } from './support/sign-in.ts'

test.use({ profile: 'facility' })

test('the timeline is printed for the chart, and "My recovery plan" for the patient with reviewed wording only', async ({ page, app }) => {
  test.setTimeout(240_000)
  await signInAsNewFacility(page)
  await openHipCase(page)
  await page.getByRole('button', { name: 'Place with defaults: Total hip arthroplasty (elective)' }).click()
  await expect(page.getByRole('treegrid')).toBeVisible()

  await test.step('two entries get words for the patient, one of them reviewed', async () => {
    for (const [label, words, reviewed] of [['Climbs the stairs', 'You climb the stairs you need at home', true], ['Wound check', 'We look at your wound', false]] as const) {
      await entryRow(page, label).focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Wording').fill(words)
      if (reviewed) await dialog.getByRole('checkbox', { name: /Reviewed/ }).check()
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(dialog).toBeHidden()
    }
  })

  await test.step('the chart paper: table, figure, sources, confidence, draft, who and when; a tagged PDF', async () => {
    await page.getByRole('button', { name: 'Print' }).click()
    await page.getByRole('menuitem', { name: 'Timeline for the chart' }).click()
    const paper = page.getByRole('article', { name: 'Recovery timeline' })
    await expect(paper).toContainText('Okafor, Ines')
    await expect(paper).toContainText('not signed off by a clinician')
    await expect(paper).toContainText('Printed by Nora Quill')
    await expect(paper).toContainText('ERAS Society')
    await expect(paper.getByRole('img').first()).toBeVisible()
    await expect(paper.getByRole('row', { name: /Climbs the stairs/ })).toContainText('Unverified')
    if (app.shell === 'browser') {
      const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1')
      expect(pdf).toContain('/StructTreeRoot')
      expect(pagesOf(pdf)).toBeGreaterThan(1)
    }
    if (app.shell === 'browser') {
      await page.evaluate(() => {
        window.print = () => { document.documentElement.dataset['dialogs'] = 'opened' }
      })
      await page.getByRole('button', { name: 'Save as PDF' }).click()
      // What became of it the browser tells nobody, so neither does the program.
      await expect(page.getByText('Choose “Save as PDF” in the window that opens', { exact: true })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-dialogs', 'opened')
      await expect(page.getByText('Saved as PDF')).toBeHidden()
    }
    await page.getByRole('button', { name: 'Back', exact: true }).click()
  })

  await test.step('the patient’s paper: reviewed words, next steps, who to call, large print; nothing that reads as late', async () => {
    await page.getByRole('button', { name: 'Print' }).click()
    await page.getByRole('menuitem', { name: /My recovery plan/ }).click()
    const paper = page.getByRole('article', { name: 'My recovery plan' })
    await expect(paper).toContainText('You climb the stairs you need at home')
    await expect(paper).toContainText('Who to call')
    await expect(paper).toContainText('Nora Quill')
    await expect(paper).not.toContainText('wound')
    await expect(paper).not.toContainText(/late|missed|variance|risk|delay|overdue|unverified/i)
    if (app.shell === 'browser') {
      const usual = pagesOf((await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1'))
      await page.getByRole('switch', { name: 'Large print' }).press('Space')
      const large = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1')
      expect(usual).toBe(1)
      expect(pagesOf(large)).toBeGreaterThan(0)
      expect(large).toContain('/StructTreeRoot')
    }
  })
})

const pagesOf = (pdf: string): number => [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length
