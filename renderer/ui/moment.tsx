import { localTimeOf, minutesBetween, plainDateOf, type Instant } from '#shared/kernel/instant.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'
import type { OrUnknown } from '#shared/kernel/unknown.ts'
import { cx } from './cx.ts'
import { agoWords } from './day-words.ts'
import { useFacility, type Facility } from './facility.tsx'
import { None, Unknown } from './unknown-mark.tsx'
import s from './values.module.css'

export type MomentFormat = 'smart' | 'time' | 'full' | 'ago'

export interface MomentProps {
  readonly at: OrUnknown<Instant> | null
  readonly format?: MomentFormat | undefined
}

/** The one way a moment is shown: on the facility's wall clock, 24 hours. smart: the time alone today, else day and time. */
export function Moment({ at, format = 'smart' }: MomentProps) {
  const facility = useFacility()
  if (at === null) return <None word="no time" />
  if (at === 'unknown') return <Unknown />
  return (
    <time dateTime={at} title={momentWords(at, 'full', facility)} className={cx('num', s['nowrap'])}>
      {momentWords(at, format, facility)}
    </time>
  )
}

function momentWords(at: Instant, format: MomentFormat, { zone, today, now }: Facility): string {
  const day = plainDateOf(at, zone)
  const time = localTimeOf(at, zone)
  switch (format) {
    case 'time':
      return time
    case 'full':
      return `${formatDay(day)} ${time}`
    case 'ago':
      return agoWords(minutesBetween(now(), at))
    case 'smart':
      return day === today ? time : `${formatDay(day, today)} ${time}`
  }
}
