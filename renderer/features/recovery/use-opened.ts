import type { CaseId } from '#shared/model/ids.ts'
import type { OpenOnCase } from '#renderer/state/route.ts'
import { useRoute } from '#renderer/state/route-store.ts'

/** The form that is open on the case, and the way to open another one or none. It stands in the place, so that unlocking finds it open. */
export function useOpened(caseId: CaseId): readonly [OpenOnCase | null, (next: OpenOnCase | null) => void] {
  const route = useRoute(s => s.route)
  const replace = useRoute(s => s.replace)
  const opened = route.screen === 'case' && route.caseId === caseId ? (route.open ?? null) : null
  return [opened, next => replace({ screen: 'case', caseId, ...(next !== null && { open: next }) })]
}
