import type { Output, Parsed } from '#shared/contract/index.ts'
import type { PersonFields } from '#shared/contract/accounts.ts'
import { countOtherAdministrators, findPerson, listColleagues, listPeople as readPeople, setPersonUnits, updatePerson } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changedMeanwhile, notFound, refused } from './errors.ts'

export function directory({ store }: Deps): Output<'accounts.directory'> {
  return store.read(listColleagues)
}

export function listPeople({ store }: Deps): Output<'accounts.list'> {
  return store.read(readPeople)
}

/** A change of role or units holds at the person's next sign-in; one's own at once ends in a lock, so that no screen shows what the new role may not. */
export function editPerson(deps: Deps, context: RequestContext, { personId, expectedVersion, fields }: Parsed<'accounts.edit'>): Output<'accounts.edit'> {
  const { store, ids, events } = deps
  const result = store.write(context, db => {
    const before = findPerson(db, personId)
    if (before === null) throw notFound('This person is not there any more.')
    if (before.role === 'administrator' && fields.role !== 'administrator' && countOtherAdministrators(db, personId) === 0) throw refused('This is the only administrator. Make somebody else administrator first.')
    const version = updatePerson(db, personId, expectedVersion, fields)
    if (version === null) throw changedMeanwhile(before.version)
    setPersonUnits(db, personId, fields.unitIds, context.at, () => ids.next('person_unit'))
    db.audit({ action: 'person.edited', entity: 'person', entityId: personId, changedFields: changedFields(before, fields), detail: { role: fields.role } })
    return { version }
  })
  events.changed('people', 'worklists')
  if (personId === context.actorId && fields.role !== context.role) deps.session.lock('asked')
  return result
}

function changedFields(before: PersonFields, after: PersonFields): string[] {
  const keys = ['fullName', 'initials', 'role', 'phone'] as const
  const changed: string[] = keys.filter(key => before[key] !== after[key])
  return [...before.unitIds].sort().join() === [...after.unitIds].sort().join() ? changed : [...changed, 'unitIds']
}
