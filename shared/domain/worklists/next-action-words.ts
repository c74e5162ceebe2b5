import { assertNever } from '#shared/kernel/assert-never.ts'
import { formatDay, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { NextStep } from './next-action.ts'

/** What a task or an arrival asks for, beside the steps of a case. */
export type NextWord =
  | NextStep
  | { readonly do: 'open-case' }
  | { readonly do: 'add-to-case' }
  | { readonly do: 'confirm-death' }
  | { readonly do: 'do-task'; readonly title: string }
  | { readonly do: 'call-back'; readonly title: string }

/** The next action as a verb a nurse would say; the same on Today, in the list print and in the export. */
export function nextActionWords(step: NextWord, today: PlainDate): string {
  switch (step.do) {
    case 'confirm-discharge': return 'Discharged? Confirm'
    case 'set-edd': return 'Set the expected discharge date'
    case 'place-plan': return 'Place a recovery plan'
    case 'review-edd': return `Review the EDD of ${formatDay(step.edd, today)}`
    case 'reach-milestone': return step.on === 'unknown' ? step.label : `${step.label} (${formatDay(step.on, today)})`
    case 'open': return 'Open the case'
    case 'open-case': return 'Open a case'
    case 'add-to-case': return 'Add to the case'
    case 'confirm-death': return 'Died? Confirm'
    case 'do-task': return step.title
    case 'call-back': return step.title
    default: return assertNever(step)
  }
}
