import type { StayView } from '#shared/contract/stays.ts'
import { dispositionNames, stayStatusNames } from '#shared/domain/caseload/words.ts'
import type { UnitMove } from '#shared/model/stay.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { Midnights, ObservationTime } from './figures.tsx'
import s from './stays.module.css'

/** `Medical · 12A`; where nothing is known, that is said. */
export function placeWords(move: Pick<UnitMove, 'unitName' | 'room' | 'bed'>): string | null {
  const parts = [move.unitName, move.room === 'unknown' ? 'unknown' : `room ${move.room}`, move.bed === 'unknown' ? 'unknown' : `bed ${move.bed}`].filter(part => part !== 'unknown')
  return parts.length === 0 ? null : parts.join(' · ')
}

/** One stay: the figures, then how it went. */
export function StayDetails({ view, columns }: { readonly view: StayView; readonly columns?: number | undefined }) {
  const { stay, figures } = view
  const known = (value: string) => (value === 'unknown' ? <Unknown /> : value)
  return (
    <div className={s['details']}>
      <Facts
        columns={columns}
        items={[
          { label: 'Inpatient', value: <Midnights count={figures.inpatientMidnights} none="No inpatient order" /> },
          { label: 'Observation', value: <ObservationTime observation={figures.observation} /> },
          { label: 'In hospital', value: <Midnights count={figures.hospitalMidnights} none="–" /> },
          { label: 'Visit number', value: stay.visitNumber === 'unknown' ? <Unknown /> : <Num>{stay.visitNumber}</Num> },
          { label: 'Attending', value: known(stay.attending) },
          ...(stay.status === 'discharged' ? [{ label: 'Went to', value: stay.disposition === 'unknown' ? <Unknown /> : dispositionNames[stay.disposition] }] : []),
        ]}
      />
      <ol className={s['course']} aria-label="Course of the stay, newest last">
        {courseOf(view).map(step => (
          <li key={step.key}>
            <span className={s['when']}><Moment at={step.at} /></span>
            <span className={step.isStatus ? s['status'] : undefined}>{step.words}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** Statuses and moves in one order of time. */
function courseOf({ stay }: StayView) {
  const statuses = stay.statusChanges.map(change => ({ key: `s${change.from}`, at: change.from, words: stayStatusNames[change.status], isStatus: true }))
  const moves = stay.unitMoves.map(move => ({ key: `m${move.from}`, at: move.from, words: `To ${placeWords(move) ?? 'a place not known'}`, isStatus: false }))
  return [...statuses, ...moves].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.isStatus ? -1 : 1))
}
