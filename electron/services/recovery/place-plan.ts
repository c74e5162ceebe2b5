import { windowProblem } from '#shared/domain/recovery/window-problem.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { Window } from '#shared/model/timeline.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { entriesOfCase, insertEntry } from '#electron/store/queries/recovery/entries.ts'
import { insertTimeline } from '#electron/store/queries/recovery/timelines.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { loadFacts } from './load-facts.ts'
import { planRows, type Plan, type PlanRow } from './plan-rows.ts'
import { requireOpenCase } from './require-open-case.ts'
import { templateLibrary } from './template-library.ts'

/**
 * Places a template on a case: every row whose facts hold, or the rows a person reviewed. Rows already on the case are not placed twice.
 *
 * The days placed are the first plan (baseline) and never change with a re-plan.
 */
export function placePlan({ store, resources, ids, events }: Deps, context: RequestContext, input: Parsed<'recovery.place'>): Output<'recovery.place'> {
  const library = templateLibrary(resources)
  const placed = store.write(context, db => {
    const { head, facts } = loadFacts(db, input.caseId, context)
    requireOpenCase(head)
    const before = entriesOfCase(db, input.caseId)
    const plan = planRows(library, input.templateId, facts, input.anchors, new Set(before.map(({ code }) => code)), context.today)
    const anchorOn = requireAnchor(plan)
    const rows = chosenRows(plan, input.rows, context.today)
    const timelineId = ids.next('timeline')
    insertTimeline(db, {
      id: timelineId, caseId: input.caseId, templateId: plan.template.id, templateLabel: plan.template.label, templateAsOf: library.asOf,
      anchorKind: plan.template.anchorKind, anchorOn, at: context.at, by: context.actorId,
    })
    const last = before.at(-1)?.position ?? 0
    rows.forEach(({ row, window }, index) => {
      const template = { ...row.entry, reference: row.reference }
      insertEntry(db, { id: ids.next('timeline-entry'), caseId: input.caseId, timelineId, template, window, position: last + index + 1 })
    })
    db.audit({ action: 'recovery.plan-placed', entity: 'timeline', entityId: timelineId, patientId: head.patientId, detail: { templateId: plan.template.id, rows: rows.length, reviewed: input.rows !== 'defaults' } })
    refreshCaseSummary(db, input.caseId, context.today)
    return { timelineId, placed: rows.length }
  })
  events.changed('recovery', 'worklists')
  return placed
}

function requireAnchor({ template, anchors }: Plan): PlainDate {
  const anchor = anchors.find(({ kind }) => kind === template.anchorKind)
  if (anchor !== undefined && anchor.on !== 'unknown') return anchor.on
  const message = template.anchorKind === 'edd' ? 'Set the expected discharge date first: this plan counts back from it.' : 'Say from which day the plan counts.'
  throw new AppError({ code: 'validation', message, fields: { [`anchors.${template.anchorKind}`]: message } })
}

interface Chosen {
  readonly row: PlanRow
  readonly window: Window
}

function chosenRows(plan: Plan, rows: Parsed<'recovery.place'>['rows'], today: PlainDate): readonly Chosen[] {
  const free = plan.rows.filter(({ alreadyOnCase }) => !alreadyOnCase)
  if (rows === 'defaults') {
    const chosen = free.filter(({ proposed }) => proposed === 'yes').map(row => ({ row, window: row.window }))
    if (chosen.length === 0) throw new AppError({ code: 'refused', message: 'Every row of this template is already on the plan.' })
    return chosen
  }
  const problems: Record<string, string> = {}
  const chosen = rows.flatMap(({ code, window }) => {
    const row = free.find(({ entry }) => entry.code === code)
    const problem = row === undefined ? 'This row is not in the template, or already on the plan.' : reviewProblem(row, window, today)
    if (problem !== 'none') problems[`rows.${code}`] = problem
    return row === undefined ? [] : [{ row, window }]
  })
  if (new Set(rows.map(({ code }) => code)).size !== rows.length) problems['rows'] = 'A row was chosen twice.'
  if (Object.keys(problems).length > 0) throw new AppError({ code: 'validation', message: 'Some rows need attention.', fields: problems })
  return chosen.toSorted((a, b) => plan.rows.indexOf(a.row) - plan.rows.indexOf(b.row))
}

function reviewProblem(row: PlanRow, window: Window, today: PlainDate): string | 'none' {
  if (window === 'no-date') return 'none'
  if (row.entry.timing.kind === 'rule') return 'A rule gives the moment of this row; it has no dates of its own.'
  return windowProblem(window, today)
}
