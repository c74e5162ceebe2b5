import type { Overlay } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'

/** Opens a capture form about whatever the screen is about. */
export function capture(overlay: Overlay['overlay']): void {
  const { route, openOverlay } = useRoute.getState()
  openOverlay({ overlay, ...('caseId' in route && { caseId: route.caseId }), ...('patientId' in route && route.patientId !== undefined && { patientId: route.patientId }) })
}
