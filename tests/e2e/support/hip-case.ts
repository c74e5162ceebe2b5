import { expect, type Page } from '@playwright/test'

/**
 * A patient with an inpatient stay since the day before yesterday and an open case of DRG 470, made through the contract, so that a journey can begin with
 * the recovery. Ends on the case's page.
 */
export async function openHipCase(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const id = (): string => Array.from({ length: 26 }, (_, at) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[at === 0 ? 0 : Math.floor(Math.random() * 32)]).join('')
    const ask = async (channel: string, input: unknown): Promise<Record<string, unknown>> => {
      const reply: unknown = await Reflect.apply(window.workstation.invoke, window.workstation, [channel, input, id()])
      const { ok, data, error } = reply as { ok: boolean; data: Record<string, unknown>; error: unknown }
      if (!ok) throw new Error(`${channel}: ${JSON.stringify(error)}`)
      return data
    }
    const unknown = 'unknown'
    const arrived = new Date(Date.now() - 2 * 86_400_000)
    const { patientId } = await ask('patients.create', {
      keepApartFrom: [],
      fields: {
        mrn: 'E2E-470', familyName: 'Okafor', givenNames: 'Ines', prefix: unknown, suffix: unknown, sex: 'female', birthDate: '1958-04-02', language: 'English', interpreterNeeded: 'no',
        telecoms: [], addresses: [], contacts: [], identifiers: [], coverages: [{ payerName: 'Medicare', payerKind: 'medicare', memberNumber: unknown, startsOn: unknown, endsOn: unknown, lastSeenOn: unknown }],
      },
    })
    const { stayId } = await ask('stays.record', {
      patientId, caseId: 'none',
      fields: { kind: 'hospital', visitNumber: unknown, facilityName: unknown, reason: unknown, attending: unknown, disposition: unknown, statusChanges: [{ status: 'inpatient', from: arrived.toISOString() }], unitMoves: [] },
    })
    const directory: unknown[] = Object.values(await ask('accounts.directory', {}))
    const isNora = (person: unknown): person is { personId: string } => typeof person === 'object' && person !== null && 'name' in person && 'personId' in person && person.name === 'Nora Quill'
    const nora = directory.find(isNora)
    await ask('cases.open', {
      patientId, stayId, openedOn: arrived.toISOString().slice(0, 10),
      fields: { reason: 'Left hip replacement', program: 'hospital', unitId: unknown, caseManagerId: nora?.personId ?? 'unassigned', drgCode: '470', goalLosDays: 'none', risk: unknown, sensitivity: 'none', destination: 'home' },
    })
  })
  await page.getByRole('navigation').getByText('Caseload', { exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: 'Okafor' })
  await row.dblclick()
  await expect(page.getByRole('region', { name: 'Place a recovery plan' })).toBeVisible()
}

/** The row of an entry on the timeline. */
export const entryRow = (page: Page, label: string) => page.getByRole('treegrid').getByRole('row').filter({ hasText: label })
