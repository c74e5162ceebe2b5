import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'

/** What a worklist row asks for next, before it is put into words or given a target. */
export type NextStep =
  | { readonly do: 'confirm-discharge' }
  | { readonly do: 'set-edd' }
  | { readonly do: 'place-plan' }
  | { readonly do: 'review-edd'; readonly edd: PlainDate }
  | { readonly do: 'reach-milestone'; readonly label: string; readonly on: PlainDate | 'unknown' }
  | { readonly do: 'open' }

const notInABed: readonly WorklistRow['stayStatus'][] = ['discharged', 'outpatient', 'cancelled']

/**
 * The one next action of an open case, as of `today`: settle whether the patient is still here, then give the stay a date, then a plan,
 * then look again at a date that has passed, then the next milestone.
 *
 * A visit to a clinic has no discharge to expect and asks for neither date nor plan.
 * After a confirmed death nothing is asked for: the case can be opened, and that is all. An EDD is to be reviewed from the day after it; on the day itself the milestones still to come lead.
 */
export function nextStep(row: WorklistRow, today: PlainDate): NextStep {
  if (row.outreachStopped) return { do: 'open' }
  if (row.censusMissingSince !== 'on-census' && row.stayId !== 'none') return { do: 'confirm-discharge' }
  const inHospital = row.stayId !== 'none' && !notInABed.includes(row.stayStatus)
  if (inHospital && row.edd === 'unknown') return { do: 'set-edd' }
  if (inHospital && row.edd !== 'unknown' && daysBetween(row.edd, today) > 0) return { do: 'review-edd', edd: row.edd }
  if (row.nextMilestone === 'none') return inHospital ? { do: 'place-plan' } : { do: 'open' }
  return { do: 'reach-milestone', label: row.nextMilestone.label, on: row.nextMilestone.on }
}
