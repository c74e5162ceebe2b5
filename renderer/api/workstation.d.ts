import type { Workstation } from '#shared/contract/bridge.ts'

declare global {
  interface Window {
    /** Put there by the preload script or by the browser shell's client before the page's own code runs. */
    readonly workstation: Workstation
  }
}
