import { vi } from 'vitest'
import { testCore, type TestCore } from '#tests/support/core.ts'

export const administratorPass = 'violet kettles hum at dawn'
export const managerPass = 'seven otters share a canoe'

export const aSetUp = {
  facility: { name: 'Harbor Hospital', zone: 'America/New_York' },
  units: [{ name: '5 North', kind: 'inpatient' as const }, { name: 'Heart clinic', kind: 'clinic' as const }],
  backupFolder: 'beside-store' as const,
  administrator: { fullName: 'Ada Admin', initials: 'AA', signInName: 'ada', passphrase: administratorPass },
  caseManager: { fullName: 'Carla Manager', initials: 'CM', signInName: 'carla', passphrase: managerPass },
}

/** A real profile with its keys; the administrator is signed in. `lock` ends the session as the process's end would, so that somebody else can sign in. */
export async function setUpCore(): Promise<{ core: TestCore; words: readonly string[]; signOut: () => Promise<void>; signIn: (signInName: string, passphrase: string) => Promise<void> }> {
  const core = await testCore({ blank: true })
  const { recoveryWords } = await core.call('session.setUp', aSetUp)
  const signOut = (): Promise<void> => {
    // Locking gives the page half a second to send what is being typed; there is no page here.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    core.core.deps.session.lock('asked')
    vi.advanceTimersByTime(1_000)
    vi.useRealTimers()
    return Promise.resolve()
  }
  const signIn = async (signInName: string, passphrase: string): Promise<void> => {
    await core.call('session.signIn', { signInName, passphrase })
  }
  return { core, words: recoveryWords, signOut, signIn }
}
