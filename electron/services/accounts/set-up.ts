import type { PersonFields } from '#shared/contract/accounts.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { SetUp } from '#shared/contract/session.ts'
import type { PersonId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/role.ts'
import { createProfile } from '#electron/security/create-profile.ts'
import { hasProfile } from '#electron/security/keyring.ts'
import { normalName } from '#electron/security/slots.ts'
import { insertFacility, insertUnit } from '#electron/store/queries/accounts/facility.ts'
import { insertPerson, setPersonUnits } from '#electron/store/queries/accounts/people.ts'
import type { Store } from '#electron/store/store.ts'
import type { CoreDeps, KeylessContext } from '../deps.ts'
import { chooseBackupFolder } from './choose-backup-folder.ts'
import { beginSession } from './begin-session.ts'
import { invalid, refused } from './errors.ts'
import { requireGoodPassphrase } from './new-passphrase.ts'

const DEFAULT_IDLE_MINUTES = 5
const DEFAULT_BLUR_SECONDS = 90

interface FirstPeople {
  readonly administrator: PersonId
  readonly caseManager: PersonId
}

/** Makes the store with its first two people and signs the administrator in. Interrupted at any moment it leaves no profile, or a whole one. */
export async function setUp(deps: CoreDeps, context: KeylessContext, input: Parsed<'session.setUp'>): Promise<Output<'session.setUp'>> {
  const { profile, ids, kdf } = deps
  if (hasProfile(profile.folder)) throw refused('This workstation is set up already. Nothing was changed. Sign in instead.')
  requireFit(input)
  const people: FirstPeople = { administrator: ids.next('person'), caseManager: ids.next('person') }
  const { unlocked, recoveryWords } = await createProfile({
    folder: profile.folder, kdf, ids, at: context.at,
    people: [
      { personId: people.administrator, signInName: input.administrator.signInName, passphrase: input.administrator.passphrase },
      { personId: people.caseManager, signInName: input.caseManager.signInName, passphrase: input.caseManager.passphrase },
    ],
    fill: store => fill(store, deps, context, input, people),
  })
  const session = beginSession(deps, context, unlocked, people.administrator, 'set-up')
  return { recoveryWords: [...recoveryWords], session }
}

function requireFit({ facility, units, backupFolder, administrator, caseManager }: SetUp): void {
  const same = normalName(administrator.signInName) === normalName(caseManager.signInName)
  if (same) throw invalid({ 'caseManager.signInName': 'Each person needs their own sign-in name, also when they are the same person in two roles.' })
  requireGoodPassphrase(administrator.passphrase, [administrator.fullName, administrator.signInName, facility.name], 'administrator.passphrase')
  requireGoodPassphrase(caseManager.passphrase, [caseManager.fullName, caseManager.signInName, facility.name], 'caseManager.passphrase')
  const names = units.map(unit => unit.name.toLowerCase())
  if (new Set(names).size < names.length) throw invalid({ units: 'Two units have the same name.' })
  chooseBackupFolder(backupFolder, 'backupFolder')
}

function fill(store: Store, { ids }: CoreDeps, { at, channel }: KeylessContext, input: SetUp, people: FirstPeople): void {
  const facilityId = ids.next('facility')
  const unitIds = input.units.map(() => ids.next('unit'))
  store.write({ actorId: 'system', role: 'system', at, commandId: null, channel }, db => {
    insertFacility(db, facilityId, { ...input.facility, idleMinutes: DEFAULT_IDLE_MINUTES, blurSeconds: DEFAULT_BLUR_SECONDS, backupFolder: input.backupFolder, demo: false }, at)
    db.audit({ action: 'facility.set-up', entity: 'facility', entityId: facilityId })
    for (const [i, unitId] of unitIds.entries()) {
      const unit = input.units[i]
      if (unit === undefined) continue
      insertUnit(db, unitId, unit)
      db.audit({ action: 'unit.added', entity: 'unit', entityId: unitId })
    }
    for (const [personId, first, role] of [[people.administrator, input.administrator, 'administrator'], [people.caseManager, input.caseManager, 'case-manager']] as const) {
      insertPerson(db, personId, first.signInName, fieldsOf(first, role), at)
      if (role === 'case-manager') setPersonUnits(db, personId, unitIds, at, () => ids.next('person_unit'))
      db.audit({ action: 'person.added', entity: 'person', entityId: personId, detail: { role } })
    }
  })
}

const fieldsOf = ({ fullName, initials }: SetUp['administrator'], role: Role): PersonFields => ({ fullName, initials, role, unitIds: [], phone: 'unknown' })
