import type { LockReason } from '#shared/model/session.ts'

type PowerEvent = 'lock-screen' | 'suspend' | 'shutdown' | 'user-did-resign-active'

/** What is needed of Electron's powerMonitor. */
export interface PowerEvents {
  on(event: PowerEvent, listener: () => void): unknown
}

const reasons: Readonly<Record<PowerEvent, LockReason>> = {
  'lock-screen': 'screen-locked',
  suspend: 'suspended',
  shutdown: 'asked',
  'user-did-resign-active': 'screen-locked',
}

/** Locks at once when the screen locks, the machine sleeps or goes down, or another user comes to it. */
export function lockOnLeave(power: PowerEvents, lock: (reason: LockReason) => void): void {
  power.on('lock-screen', () => { lock(reasons['lock-screen']) })
  power.on('suspend', () => { lock(reasons.suspend) })
  power.on('shutdown', () => { lock(reasons.shutdown) })
  power.on('user-did-resign-active', () => { lock(reasons['user-did-resign-active']) })
}
