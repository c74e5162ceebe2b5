import type { CaseRecovery } from '#shared/contract/recovery.ts'
import { daysBetween, formatDay } from '#shared/kernel/plain-date.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { anchorNames } from './recovery-words.ts'
import s from './timeline.module.css'

/** What the timeline counts from: the plans with their day 0, and the expected stay. */
export function PlansLine({ recovery: { timelines, axis } }: { readonly recovery: CaseRecovery }) {
  const { today } = useFacility()
  const expected = axis.expectedStay
  return (
    <div className={s['plans']}>
      {expected.state === 'known' && <span>{expected.label}, until {formatDay(expected.endsOn, today)}</span>}
      {expected.state === 'unknown' && <span>{expected.why}</span>}
      {timelines.map(timeline => (
        <span key={timeline.id}><b>{timeline.templateLabel}</b>, {anchorNames[timeline.anchorKind].toLowerCase()} {formatDay(timeline.anchorOn, today)}{dayOf(daysBetween(timeline.anchorOn, axis.today), timeline.anchorKind)}</span>
      ))}
    </div>
  )
}

const dayOf = (days: number, anchorKind: string): string => (days < 0 || anchorKind === 'edd' ? '' : `, day ${days}`)
