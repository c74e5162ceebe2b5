import type { SessionState } from '#shared/model/session.ts'
import type { Role } from '#shared/model/role.ts'
import { unlockDemo } from '#electron/security/keyring.ts'
import { listColleagues } from '#electron/store/queries/accounts/people.ts'
import type { CoreDeps } from '../deps.ts'
import { beginSession } from './begin-session.ts'
import { refused } from './errors.ts'

/** Opens the demo's store, which needs no passphrase, as its person of that role. Every other profile is refused by its key file. */
export function openDemo(deps: CoreDeps, role: Role = 'case-manager'): SessionState {
  if (deps.session.open() !== null) throw refused('The demo is open.')
  const unlocked = unlockDemo(deps.profile.folder)
  const { store } = deps.session.openStore(unlocked)
  const person = store.read(listColleagues).find(each => each.role === role && each.active)
  deps.session.abandon()
  if (person === undefined) throw refused('The demo has nobody of this role.')
  return beginSession(deps, { commandId: null, channel: 'demo.open', at: deps.clock.now(), person: null }, unlockDemo(deps.profile.folder), person.personId, 'demo')
}
