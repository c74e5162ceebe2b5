import type { NextAction, TodayRow } from '#shared/contract/today.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { useCommandOnce } from '#renderer/api/use-command-once.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'

/** Does, or leads to, what a row of Today asks for. Done tasks can be taken back from the toast. */
export function useNextAction(): (row: TodayRow) => void {
  const go = useRoute(s => s.go)
  const toasts = useToasts()
  const finish = useCommandOnce('notes.setTaskStatus')

  const completeTask = ({ taskId, version, title }: Extract<NextAction, { do: 'do-task' | 'call-back' }>) =>
    finish(`${taskId} ${version}`, { taskId, expectedVersion: version, status: 'done' }, done =>
      toasts.undo(`Done: ${title}`, () => finish(`${taskId} ${done.version}`, { taskId, expectedVersion: done.version, status: 'open' })))

  return row => {
    const action = row.next
    switch (action.do) {
      case 'open-case': return go({ screen: 'case-open', patientId: action.patientId, ...(action.stayId === 'none' ? {} : { stayId: action.stayId }) })
      case 'add-to-case': return go({ screen: 'stay-edit', patientId: action.patientId, stayId: action.stayId, ...(action.caseId === 'choose' ? {} : { caseId: action.caseId }) })
      case 'confirm-discharge':
      case 'confirm-death': return go({ screen: 'patient', patientId: action.patientId })
      case 'do-task':
      case 'call-back': return completeTask(action)
      case 'set-edd':
      case 'place-plan':
      case 'review-edd':
      case 'reach-milestone':
      case 'open': return go({ screen: 'case', caseId: action.caseId })
      default: return assertNever(action)
    }
  }
}
