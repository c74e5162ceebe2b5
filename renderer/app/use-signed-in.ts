import { mayDo, type Permission } from '#shared/model/permission.ts'
import type { SignedIn } from '#shared/model/session.ts'
import { useReady } from './ready-gate.tsx'

/** The person at the keyboard. */
export const useSignedIn = (): SignedIn => useReady().person

/** Whether to offer something; the core refuses it all the same. */
export const useMay = (permission: Permission): boolean => mayDo(useReady().person.role, permission)

/** Whether the screen can be hidden: in a demo only a PIN brings it back, elsewhere the passphrase does too. */
export function useCanHide(): boolean {
  const { person, facility } = useReady()
  return person.hasPin || !facility.demo
}
