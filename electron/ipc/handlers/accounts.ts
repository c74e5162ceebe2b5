import type { accountsContract } from '#shared/contract/accounts.ts'
import { addPerson } from '#electron/services/accounts/add-person.ts'
import { disablePerson } from '#electron/services/accounts/disable-person.ts'
import { directory, editPerson, listPeople } from '#electron/services/accounts/people.ts'
import { newRecoveryKey, recoveryKey } from '#electron/services/accounts/recovery-key.ts'
import { enablePerson, resetPerson } from '#electron/services/accounts/reset-person.ts'
import type { HandlersOf } from '../handler.ts'

export const accountsHandlers: HandlersOf<typeof accountsContract> = {
  'accounts.directory': directory,
  'accounts.list': listPeople,
  'accounts.add': addPerson,
  'accounts.edit': editPerson,
  'accounts.disable': disablePerson,
  'accounts.enable': enablePerson,
  'accounts.reset': resetPerson,
  'accounts.recoveryKey': recoveryKey,
  'accounts.newRecoveryKey': newRecoveryKey,
}
