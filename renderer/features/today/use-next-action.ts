import type { NextAction, TodayRow } from '#shared/contract/today.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'

/** Does, or leads to, what a row of Today asks for. Done tasks can be taken back from the toast. */
export function useNextAction(): (row: TodayRow) => void {
  const go = useRoute(s => s.go)
  const toasts = useToasts()
  const finish = useCommand('notes.setTaskStatus')

  const completeTask = async (action: Extract<NextAction, { do: 'do-task' | 'call-back' }>) => {
    const done = await finish.run({ taskId: action.taskId, expectedVersion: action.version, status: 'done' })
    if (done !== null) toasts.undo(`Done: ${action.title}`, () => void finish.run({ taskId: action.taskId, expectedVersion: done.version, status: 'open' }))
  }

  return row => {
    const action = row.next
    switch (action.do) {
      case 'open-case': return go({ screen: 'case-open', patientId: action.patientId, ...(action.stayId === 'none' ? {} : { stayId: action.stayId }) })
      case 'confirm-discharge':
      case 'confirm-death': return go({ screen: 'patient', patientId: action.patientId })
      case 'do-task':
      case 'call-back': return void completeTask(action)
      case 'set-edd':
      case 'place-plan':
      case 'review-edd':
      case 'reach-milestone':
      case 'open': return go({ screen: 'case', caseId: action.caseId })
      default: return assertNever(action)
    }
  }
}
