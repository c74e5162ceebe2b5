import type { NextAction, TodayRow, TodaySectionId } from '#shared/contract/today.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import { nextStep, type NextStep } from '#shared/domain/worklists/next-action.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import { instantOfLocal, plainDateOf, type Zone } from '#shared/kernel/instant.ts'
import { plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { Task } from '#shared/contract/notes.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'
import { dueTasks } from '#electron/store/queries/notes/tasks.ts'
import { censusAsOf } from '#electron/store/queries/worklists/census-as-of.ts'
import { dischargesDue, highRisk, newAdmits, rounds, type NewAdmit, type Section } from '#electron/store/queries/worklists/today.ts'
import { unconfirmedDeaths, type UnconfirmedDeath } from '#electron/store/queries/worklists/unconfirmed-deaths.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { viewerOf } from './viewer.ts'

const ROWS = 50
/** A stay nobody opened a case for is news for a week. */
const NEWS_DAYS = 7

/** The day in working order; each row names one next action. */
export function getToday({ store }: Deps, context: RequestContext, { scope }: Parsed<'today.get'>): Output<'today.get'> {
  const viewer = viewerOf(context)
  const { today } = context
  return store.read(db => {
    const deaths = unconfirmedDeaths(db, viewer, scope, ROWS)
    const admits = newAdmits(db, viewer, scope, instantOfLocal(plusDays(today, -NEWS_DAYS), '00:00', context.zone), ROWS)
    const tasks = dueTasks(db, scope === 'all' ? 'all' : context.actorId, today, ROWS)
    return {
      today,
      censusAsOf: censusAsOf(db),
      sections: [
        section('new-admits', admits, row => admitRow(row, context.zone)),
        section('discharges', dischargesDue(db, viewer, scope, ROWS), row => caseRow(row, today, row.edd)),
        section('deadlines', { total: deaths.total + tasks.total, rows: [...deaths.rows.map(deathRow), ...tasks.tasks.map(taskRow)] }, row => row),
        section('high-risk', highRisk(db, viewer, scope, ROWS), row => caseRow(row, today, row.edd)),
        section('rounds', rounds(db, viewer, scope, ROWS), row => caseRow(row, today, row.edd)),
      ],
    }
  })
}

function section<Row>(id: TodaySectionId, found: Section<Row>, toRow: (row: Row) => TodayRow): Output<'today.get'>['sections'][number] {
  return { id, total: found.total, rows: found.rows.slice(0, ROWS).map(toRow) }
}

function admitRow(admit: NewAdmit, zone: Zone): TodayRow {
  return {
    key: `stay-${admit.stayId}`, patientId: admit.patientId, caseId: 'none', patientName: admit.patientName, unitBed: unitBed(admit.unitName, admit.bed), about: admit.hidden ? 'hidden' : admit.reason ?? '', on: plainDateOf(admit.arrivedAt, zone),
    next: admitAction(admit),
  }
}

/** Who came back while a case goes on gets the new stay added to it, not a second case. */
function admitAction({ died, patientId, stayId, openCases }: NewAdmit): NextAction {
  if (died) return { do: 'confirm-death', patientId }
  const [caseId, ...others] = openCases
  if (caseId === undefined) return { do: 'open-case', patientId, stayId }
  return { do: 'add-to-case', patientId, stayId, caseId: others.length === 0 ? caseId : 'choose' }
}

function deathRow(death: UnconfirmedDeath): TodayRow {
  return {
    key: `death-${death.patientId}`, patientId: death.patientId, caseId: 'none', patientName: death.patientName, unitBed: 'unknown', about: '', on: death.on ?? 'unknown',
    next: { do: 'confirm-death', patientId: death.patientId },
  }
}

function taskRow(task: Task): TodayRow {
  return {
    key: `task-${task.id}`, patientId: task.patientId, caseId: task.caseId, patientName: task.patientName === 'none' ? '' : task.patientName, unitBed: 'unknown', about: '', on: task.dueOn,
    next: { do: task.kind === 'call-back' ? 'call-back' : 'do-task', taskId: task.id, version: task.version, title: task.title, dueOn: task.dueOn },
  }
}

function caseRow(row: WorklistRow, today: PlainDate, on: TodayRow['on']): TodayRow {
  return {
    key: `case-${row.caseId}`, patientId: row.patientId, caseId: row.caseId, patientName: row.patientName, unitBed: unitBed(known(row.unitName), known(row.bed)), about: row.condition, on,
    next: nextAction(nextStep(row, today), row),
  }
}

function nextAction(step: NextStep, row: WorklistRow): NextAction {
  switch (step.do) {
    case 'confirm-discharge': return row.stayId === 'none' ? { do: 'open', caseId: row.caseId } : { do: 'confirm-discharge', patientId: row.patientId, stayId: row.stayId }
    case 'set-edd':
    case 'place-plan':
    case 'open': return { do: step.do, caseId: row.caseId }
    case 'review-edd': return { do: 'review-edd', caseId: row.caseId, edd: step.edd }
    case 'reach-milestone': return { do: 'reach-milestone', caseId: row.caseId, label: step.label, on: step.on }
    default: return assertNever(step)
  }
}

const known = (text: string): string | null => (text === 'unknown' ? null : text)

function unitBed(unit: string | null, bed: string | null): TodayRow['unitBed'] {
  const parts = [unit, bed].filter(part => part !== null)
  return parts.length === 0 ? 'unknown' : parts.join(' · ')
}
