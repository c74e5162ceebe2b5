import { expect, type Page } from '@playwright/test'
import { instantFromMillis, plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import { ask } from './ask.ts'
import { testFacility } from './people.ts'

const TWO_DAYS = 2 * 86_400_000

/**
 * A patient with an inpatient stay since the day before yesterday and an open case of DRG 470, made through the contract, so that a journey can begin with
 * the recovery. Ends on the case's page.
 */
export async function openHipCase(page: Page): Promise<void> {
  const unknown = 'unknown'
  const zone: Zone = testFacility.zone
  const arrived = instantFromMillis(Date.now() - TWO_DAYS)
  const { patientId } = await ask(page, 'patients.create', {
    keepApartFrom: [],
    fields: {
      mrn: 'E2E-470', familyName: 'Okafor', givenNames: 'Ines', prefix: unknown, suffix: unknown, sex: 'female', birthDate: '1958-04-02', language: 'English', interpreterNeeded: 'no',
      telecoms: [], addresses: [], contacts: [], identifiers: [], coverages: [{ payerName: 'Medicare', payerKind: 'medicare', memberNumber: unknown, startsOn: unknown, endsOn: unknown, lastSeenOn: unknown }],
    },
  })
  const { stayId } = await ask(page, 'stays.record', {
    patientId, caseId: 'none',
    fields: { kind: 'hospital', visitNumber: unknown, facilityName: unknown, reason: unknown, attending: unknown, disposition: unknown, statusChanges: [{ status: 'inpatient', from: arrived }], unitMoves: [] },
  })
  const people: unknown[] = Object.values(await ask(page, 'accounts.directory', {}))
  const isNora = (person: unknown): person is { personId: string } => typeof person === 'object' && person !== null && 'name' in person && 'personId' in person && person.name === 'Nora Quill'
  await ask(page, 'cases.open', {
    patientId, stayId, openedOn: plainDateOf(arrived, zone),
    fields: { reason: 'Left hip replacement', program: 'hospital', unitId: unknown, caseManagerId: people.find(isNora)?.personId ?? 'unassigned', drgCode: '470', goalLosDays: 'none', risk: unknown, sensitivity: 'none', destination: 'home' },
  })
  await page.getByRole('navigation').getByText('Caseload', { exact: true }).click()
  const row = page.getByRole('row').filter({ hasText: 'Okafor' })
  await row.dblclick()
  await expect(page.getByRole('region', { name: 'Place a recovery plan' })).toBeVisible()
}

/** The row of an entry on the timeline. */
export const entryRow = (page: Page, label: string) => page.getByRole('treegrid').getByRole('row').filter({ hasText: label })
