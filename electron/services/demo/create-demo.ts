import { isZone, type Zone } from '#shared/kernel/instant.ts'
import { createDemoProfile } from '#electron/security/create-profile.ts'
import { insertFacility, insertUnit } from '#electron/store/queries/accounts/facility.ts'
import { insertPerson, setPersonUnits } from '#electron/store/queries/accounts/people.ts'
import type { Store } from '#electron/store/store.ts'
import type { CoreDeps } from '../deps.ts'
import { demoPeople, demoUnits, demoUnitsOf } from './demo-place.ts'

const FALLBACK_ZONE: Zone = 'America/New_York'

/** Makes the store of a demo: a hospital that does not exist, its units, one person of every role, no patient yet. It opens without a passphrase and says so in its key file. */
export function createDemo(deps: CoreDeps): void {
  const { profile, kdf, ids, clock, session } = deps
  const at = clock.now()
  createDemoProfile({ folder: profile.folder, kdf, ids, at, fill: store => { fill(store, deps, at) } }).dispose()
  session.setUpAs('Riverbend Demo Hospital')
}

function fill(store: Store, { ids }: CoreDeps, at: ReturnType<CoreDeps['clock']['now']>): void {
  store.write({ actorId: 'system', role: 'system', at }, db => {
    const facilityId = ids.next('facility')
    const facility = { name: 'Riverbend Demo Hospital', zone: machineZone(), idleMinutes: 15, blurSeconds: 120, backupFolder: 'beside-store', demo: true } as const
    insertFacility(db, facilityId, facility, at)
    db.audit({ action: 'facility.set-up', entity: 'facility', entityId: facilityId })
    const unitIds = demoUnits.map(unit => {
      const unitId = ids.next('unit')
      insertUnit(db, unitId, unit)
      db.audit({ action: 'unit.added', entity: 'unit', entityId: unitId })
      return unitId
    })
    for (const { signInName, fullName, initials, role } of demoPeople) {
      const personId = ids.next('person')
      insertPerson(db, personId, signInName, { fullName, initials, role, unitIds: [], phone: 'unknown' }, at)
      setPersonUnits(db, personId, demoUnitsOf(role, unitIds), at, () => ids.next('person_unit'))
      db.audit({ action: 'person.added', entity: 'person', entityId: personId, detail: { role } })
    }
  })
}

/** A demo stands where the person who looks at it stands. */
function machineZone(): Zone {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  return isZone(timeZone) ? timeZone : FALLBACK_ZONE
}
