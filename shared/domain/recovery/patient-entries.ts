import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { TimelineEntry } from '#shared/model/timeline.ts'

type Entry = Pick<TimelineEntry, 'kind' | 'status' | 'planned' | 'reachedOn' | 'patientText' | 'patientTextReviewed' | 'neverPatientPrint' | 'position'>
type Day = PlainDate | 'no-date'

export interface PatientEntries {
  readonly next: readonly { readonly text: string; readonly from: Day; readonly to: Day }[]
  readonly takeCare: readonly { readonly text: string; readonly until: Day }[]
  readonly done: readonly { readonly text: string; readonly on: PlainDate }[]
}

/**
 * What a patient's paper may say: entries with reviewed wording, in their order of time, and never one that is kept off patient print.
 *
 * Nothing on it can be read as late or missed: a step whose days have passed stands without dates, one that was missed or does not apply is
 * left out, and so is a watch window or precaution that is over. Early, late and re-planned leave no trace.
 */
export function patientEntries(entries: readonly Entry[], today: PlainDate): PatientEntries {
  const allowed = entries
    .flatMap(entry => (entry.patientText !== 'unknown' && entry.patientTextReviewed && !entry.neverPatientPrint ? [{ ...entry, text: entry.patientText }] : []))
    .toSorted((a, b) => byText(firstDay(a), firstDay(b)) || a.position - b.position)
  const open = allowed.filter(({ status }) => status === 'open')
  return {
    next: open.flatMap(({ kind, planned, text }) => (kind === 'milestone' ? [{ text, ...ahead(planned, today) }] : [])),
    takeCare: open.flatMap(({ kind, planned, text }) =>
      kind !== 'milestone' && (planned === 'no-date' || planned.to >= today) ? [{ text, until: planned === 'no-date' ? ('no-date' as const) : planned.to }] : [],
    ),
    done: allowed.flatMap(({ kind, status, reachedOn, text }) => (kind === 'milestone' && status === 'reached' && reachedOn !== 'not-reached' ? [{ text, on: reachedOn }] : [])),
  }
}

function ahead(planned: Entry['planned'], today: PlainDate): { from: Day; to: Day } {
  if (planned === 'no-date' || planned.to < today) return { from: 'no-date', to: 'no-date' }
  return { from: planned.from, to: planned.to }
}

// Rows without dates come last.
const firstDay = ({ planned }: Entry): PlainDate | '9999' => (planned === 'no-date' ? '9999' : planned.on)
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
