import type { Instant, Zone } from '#shared/kernel/instant.ts'
import { midnightsBetween, minutesBetween } from '#shared/kernel/instant.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { StayFigures } from '#shared/model/utilization.ts'
import { inpatientOrderAt } from './inpatient-order.ts'
import { endedAt, statusSpans, type StatusSpan } from './status-spans.ts'

const hospitalCare: readonly string[] = ['emergency', 'observation', 'inpatient', 'outpatient']

/**
 * Observation time, inpatient midnights and hospital midnights of one stay, as of a moment.
 *
 * Observation is elapsed time: over a clock change it stays 24 hours when 24 hours passed. Midnights are those the facility's wall clock passed.
 * The time towards the two-midnight benchmark begins with the first care in the hospital, outpatient time included (42 CFR 412.3(d)).
 */
export function stayFigures(stay: Pick<Stay, 'kind' | 'statusChanges'>, asOf: Instant, zone: Zone): StayFigures {
  const spans = statusSpans(stay.statusChanges, asOf)
  const end = endedAt(stay.statusChanges, asOf)
  const order = inpatientOrderAt(stay.statusChanges, asOf)
  return {
    observation: observationOf(spans, end === null, zone),
    inpatientOrderAt: order ?? 'none',
    inpatientMidnights: order === null ? 'none' : midnightsBetween(order, end ?? asOf, zone),
    hospitalMidnights: hospitalMidnights(stay, spans, end ?? asOf, zone),
  }
}

function observationOf(spans: readonly StatusSpan[], ongoing: boolean, zone: Zone): StayFigures['observation'] {
  const observed = spans.filter(span => span.status === 'observation')
  if (observed.length === 0) return 'none'
  return {
    minutes: observed.reduce((sum, span) => sum + minutesBetween(span.from, span.to), 0),
    midnights: observed.reduce((sum, span) => sum + midnightsBetween(span.from, span.to, zone), 0),
    running: ongoing && spans.at(-1)?.status === 'observation',
  }
}

function hospitalMidnights(stay: Pick<Stay, 'kind' | 'statusChanges'>, spans: readonly StatusSpan[], until: Instant, zone: Zone): number | 'none' {
  if (stay.kind !== 'hospital' && stay.kind !== 'emergency') return 'none'
  if (stay.statusChanges.some(change => change.status === 'cancelled')) return 'none'
  const first = spans.find(span => hospitalCare.includes(span.status))
  return first === undefined ? 'none' : midnightsBetween(first.from, until, zone)
}
