import path from 'node:path'
import { createProfile } from '#electron/security/create-profile.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import { sql } from '#electron/store/sql.ts'
import { Store } from '#electron/store/store.ts'
import { fixedClock, seededIds, type FixedClock } from './clock.ts'
import { countingKdf } from './kdf.ts'
import { plainId } from './plain-id.ts'
import { anOrigin, temporaryFolder } from './store.ts'

export const nurse = { personId: plainId('person', 1), signInName: 'Nina.Nurse', passphrase: 'marble canoe lantern orbit' }
export const admin = { personId: plainId('person', 2), signInName: 'ada.admin', passphrase: 'violet harbor cactus drum' }

export type TestProfile = {
  readonly folder: string
  readonly clock: FixedClock
  readonly ids: ReturnType<typeof seededIds>
  readonly kdf: ReturnType<typeof countingKdf>
  readonly profile: { readonly folder: string }
  readonly unlocked: UnlockedKeyring
  readonly recoveryWords: readonly string[]
  open(unlocked?: UnlockedKeyring): Store
}

let made = 0

/** A profile with a nurse, an administrator, a recovery key and one patient, in a temporary folder. */
export async function testProfile(): Promise<TestProfile> {
  const folder = path.join(temporaryFolder('profile'), 'profile')
  const [clock, ids, kdf] = [fixedClock(), seededIds(++made), countingKdf()]
  const { unlocked, recoveryWords } = await createProfile({ folder, kdf, ids, at: clock.now(), people: [nurse, admin], fill: store => { addPatient(store, 1) } })
  const open = (by = unlocked): Store => Store.open({ file: by.storeFile, anchorFile: by.anchorFile, key: by.dataKey, at: clock.now(), cacheKiB: 4_096 })
  return { folder, clock, ids, kdf, profile: { folder }, unlocked, recoveryWords, open }
}

/** Saves a synthetic patient named after the number. */
export function addPatient(store: Store, n: number): void {
  const patientId = plainId('patient', n)
  store.write(anOrigin(), db => {
    db.run(sql`INSERT INTO patient (id, version, family_name, sort_name, sex, deceased, created_at, updated_at)
               VALUES (${patientId}, 1, ${`Sample${n}`}, ${`sample${n}`}, 'unknown', 'unknown', '2026-11-22T16:20:00.000Z', '2026-11-22T16:20:00.000Z')`)
    db.audit({ action: 'patient.added', entity: 'patient', entityId: patientId, patientId })
  })
}

export function countPatients(store: Store): number {
  return Number(store.read(db => db.get(sql`SELECT count(*) AS n FROM patient`))?.['n'])
}
