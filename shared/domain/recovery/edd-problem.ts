import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { CaseFacts } from './case-facts.ts'

const longestStayDays = 1500

/** Why a day cannot be the expected discharge date, as a sentence for the field; `none` when it can. Today itself is fine. */
export function eddProblem(edd: PlainDate, facts: Pick<CaseFacts, 'dischargedOn'>, today: PlainDate): string | 'none' {
  if (facts.dischargedOn !== 'not-discharged') return 'The patient has been discharged; there is no discharge to expect.'
  if (edd < today) return 'The expected discharge date cannot lie before today.'
  if (daysBetween(today, edd) > longestStayDays) return 'This day is more than four years away.'
  return 'none'
}
