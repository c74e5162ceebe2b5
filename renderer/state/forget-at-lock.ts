import { useSession } from './session-store.ts'

/** Calls `forget` whenever the workstation locks: for a store that holds what was read from the record. */
export function forgetAtLock(forget: () => void): void {
  useSession.subscribe(({ session }) => {
    if (session?.state === 'locked' || session?.state === 'no-store') forget()
  })
}
