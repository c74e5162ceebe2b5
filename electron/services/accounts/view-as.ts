import type { Output, Parsed } from '#shared/contract/index.ts'
import { listColleagues } from '#electron/store/queries/accounts/people.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { refused } from './errors.ts'

/** Demo only: become the demo's person of that role. In a real profile everyone is who they signed in as. */
export function viewAs({ profile, store, session }: Deps, context: RequestContext, { role }: Parsed<'session.viewAs'>): Output<'session.viewAs'> {
  if (!profile.demo) throw refused('Looking with another role’s eyes exists in the demo only.')
  const person = store.read(listColleagues).find(each => each.role === role && each.active)
  if (person === undefined) throw refused('Nobody has this role in the demo.')
  store.recordRead({ ...context, commandId: null }, { action: 'session.viewed-as', entity: 'person', entityId: person.personId, detail: { role } })
  session.update({ personId: person.personId, name: person.name, initials: person.initials, role, unitIds: [...person.unitIds], mustChangePassphrase: false, hasPin: false })
  return { session: session.state() }
}
