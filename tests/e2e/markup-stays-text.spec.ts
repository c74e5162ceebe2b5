import { markupPayloads } from '../support/markup.ts'
import { expect, test } from './support/fixture.ts'

test.use({ profile: 'demo' })
test.slow()

test('T16: markup in every text field of a patient, a case, a note and a task is shown as text on every screen and runs nothing', async ({ page }) => {
  await expect(page.getByRole('navigation').first()).toBeVisible()
  const outcomes = await page.evaluate(writeEverywhere, markupPayloads)
  expect(outcomes, 'the store takes them as text').toEqual(outcomes.map(() => 'ok'))
  const caseIds = await page.evaluate(() => Reflect.get(globalThis, '__caseIds') ?? [])
  expect(caseIds).toHaveLength(markupPayloads.length)

  for (const screen of ['Caseload', 'Today', 'Caseload']) {
    await page.getByRole('navigation').getByText(screen, { exact: true }).first().click()
    await expect(page.getByRole('heading', { name: screen }).first()).toBeVisible()
  }
  await page.getByRole('radio', { name: /^All/ }).or(page.getByRole('button', { name: /^All\b/ })).first().click()
  const filter = page.getByPlaceholder(/Filter by name/)
  for (const payload of markupPayloads.slice(0, 6)) {
    await filter.fill(payload.slice(0, 30))
    await page.waitForTimeout(150)
  }
  await filter.fill('onerror')
  await expect(page.getByText('<img src=x onerror="window.__x=1">').first()).toBeVisible()
  await page.getByText('<img src=x onerror="window.__x=1">').first().dblclick()
  await expect(page.getByText('<img src=x onerror="window.__x=1">').first()).toBeVisible()
  await page.keyboard.press('Control+K')
  await page.keyboard.type('onload')
  await page.waitForTimeout(500)
  expect(await page.evaluate(() => Reflect.get(globalThis, '__x'))).toBeUndefined()
  expect(page.url()).not.toContain('evil')
})

/** Runs in the page: a patient, a case, a note and a task each, every text field carrying the payload. */
async function writeEverywhere(payloads: readonly string[]): Promise<string[]> {
  type Invoke = (channel: string, input: unknown, commandId?: string) => Promise<{ ok: boolean; data?: Record<string, string>; error?: { code: string; message: string } }>
  const bridge: { invoke: Invoke } = Reflect.get(globalThis, 'workstation')
  const outcomes: string[] = []
  const caseIds: string[] = []
  const ask = async (channel: string, input: unknown): Promise<Record<string, string>> => {
    const id = Array.from({ length: 26 }, (_, i) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[i === 0 ? 0 : (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) % 32]).join('')
    const reply = await bridge.invoke(channel, input, id)
    outcomes.push(reply.ok ? 'ok' : `${channel}: ${JSON.stringify(reply.error)}`)
    return reply.data ?? {}
  }
  for (const [i, text] of payloads.entries()) {
    const fields = {
      mrn: `X${i}${text}`.slice(0, 60), familyName: text, givenNames: text, prefix: 'unknown', suffix: 'unknown', sex: 'unknown', birthDate: 'unknown', language: text, interpreterNeeded: 'unknown',
      telecoms: [{ kind: 'phone', use: 'unknown', value: text }], addresses: [{ use: 'unknown', lines: text, city: text, state: 'unknown', postalCode: 'unknown', country: 'unknown' }],
      contacts: [{ name: text, relation: text, phone: 'unknown' }], identifiers: [], coverages: [{ payerName: text, payerKind: 'other', memberNumber: text, startsOn: 'unknown', endsOn: 'unknown', lastSeenOn: 'unknown' }],
    }
    const { patientId } = await ask('patients.create', { fields, keepApartFrom: [] })
    const today = new Date().toLocaleDateString('en-CA')
    const { caseId = '' } = await ask('cases.open', {
      patientId, openedOn: today, stayId: 'none',
      fields: { reason: text, program: 'hospital', unitId: 'unknown', caseManagerId: 'unassigned', drgCode: 'not-assigned', goalLosDays: 'none', risk: 'high', sensitivity: 'none', destination: 'unknown' },
    })
    caseIds.push(caseId)
    await ask('notes.add', { patientId, caseId, text })
    await ask('notes.addTask', { patientId, caseId, title: text, dueOn: today, dueTime: 'unknown', assignedToId: 'me' })
  }
  Reflect.set(globalThis, '__caseIds', caseIds)
  return outcomes
}
