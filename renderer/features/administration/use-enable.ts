import type { Person } from '#shared/contract/accounts.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { OneTimeCode } from './one-time-code-dialog.tsx'

/** Lets a disabled person in again; shows their one-time code. */
export function useEnable(onCode: (code: OneTimeCode) => void): (person: Person) => Promise<void> {
  const enable = useCommand('accounts.enable')
  return async person => {
    const answer = await enable.run({ personId: person.personId, expectedVersion: person.version })
    if (answer !== null) onCode({ name: person.fullName, signInName: person.signInName, code: answer.oneTimeCode })
  }
}
