import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { CaseId, TimelineEntryId } from '#shared/model/ids.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { listCaseload } from '#electron/services/worklists/list-caseload.ts'
import { findNotes } from '#electron/services/search/search-notes.ts'
import { findPatients } from '#electron/services/search/search-patients.ts'
import { getCase } from '#electron/services/cases/get-case.ts'
import { getToday } from '#electron/services/worklists/get-today.ts'
import { getRecovery } from '#electron/services/recovery/get-recovery.ts'
import { markReached } from '#electron/services/recovery/mark-entry.ts'
import type { Figure } from './figure.ts'
import { compare, limit } from './measure.ts'
import type { BenchStore } from './open-bench-store.ts'

const PAGE = 200
const MOST_RATIO = 1.3
const LIST_P95 = 60

/** What every hand-written list query selects: what the table shows, and the count of the whole. */
const listed = `
  s.case_id, s.patient_id, p.family_name, p.given_names, s.mrn, s.birth_date, p.sex, s.deceased, s.status, s.program, s.risk, s.sensitivity, s.reason, s.unit_id, s.unit_name, s.bed, s.stay_id, s.stay_status,
  s.census_missing_since, s.drg_code, s.inpatient_from_on, s.expected_los_tenths, s.expected_los_source, s.discharged_on, s.next_entry_id, s.next_entry_label, s.next_entry_on, s.payer_name, s.payer_kind,
  s.case_manager_id, s.case_manager_name, s.edd, s.opened_on`
const los = `CAST(julianday(coalesce(s.discharged_on, @today)) - julianday(s.inpatient_from_on) AS INTEGER)`

interface ListCase {
  readonly name: string
  readonly part: Partial<WorklistDefinition>
  readonly where: string
  readonly order: string
}

const open = `s.status IN ('open', 'on-hold')`
const lists: readonly ListCase[] = [
  { name: 'first page by name', part: {}, where: open, order: 's.sort_name' },
  { name: 'mine', part: { scope: 'mine' }, where: `${open} AND s.case_manager_id = @me`, order: 's.sort_name' },
  { name: 'unassigned', part: { scope: 'unassigned' }, where: `${open} AND s.case_manager_id IS NULL`, order: 's.sort_name' },
  { name: 'filter “okaf”', part: { text: 'okaf' }, where: `${open} AND s.haystack LIKE '%okaf%' ESCAPE '\\'`, order: 's.sort_name' },
  { name: 'filter “tele 47”', part: { text: 'tele 47' }, where: `${open} AND s.haystack LIKE '%tele%' ESCAPE '\\' AND s.haystack LIKE '%47%' ESCAPE '\\'`, order: 's.sort_name' },
  { name: 'high risk', part: { risks: ['high'] }, where: `${open} AND s.risk = 'high'`, order: 's.sort_name' },
  { name: 'Medicare', part: { payerKinds: ['medicare'] }, where: `${open} AND s.payer_kind = 'medicare'`, order: 's.sort_name' },
  { name: 'EDD by tomorrow', part: { eddWithinDays: 1 }, where: `${open} AND julianday(s.edd) - julianday(@today) <= 1`, order: 's.sort_name' },
  { name: 'longer than expected', part: { overExpectedLos: true }, where: `${open} AND ${los} * 10 > s.expected_los_tenths`, order: 's.sort_name' },
  { name: 'by LOS, then EDD', part: { sort: [{ columnId: 'los', direction: 'desc' }, { columnId: 'edd', direction: 'asc' }] }, where: open, order: `${los} DESC NULLS LAST, s.edd NULLS LAST` },
  { name: 'by variance', part: { sort: [{ columnId: 'variance', direction: 'desc' }] }, where: open, order: `${los} * 10 - s.expected_los_tenths DESC NULLS LAST` },
]

/** Lists, search, opening a case and saving a milestone on the full data set. */
export async function storeFigures({ session, bare }: BenchStore): Promise<Figure[]> {
  const { deps, contextFor } = session
  const context = contextFor(null)
  const named = { me: context.actorId, today: context.today }
  const figures: Figure[] = []
  for (const { name, part, where, order } of lists) {
    const rows = bare.prepare(`SELECT ${listed} FROM case_summary s JOIN patient p ON p.id = s.patient_id WHERE ${where} ORDER BY ${order}, s.case_id LIMIT ${PAGE}`)
    const count = bare.prepare(`SELECT count(*) AS total FROM case_summary s WHERE ${where}`)
    const params = Object.fromEntries(Object.entries(named).filter(([key]) => `${where} ${order}`.includes(`@${key}`)))
    const counted = Object.fromEntries(Object.entries(named).filter(([key]) => where.includes(`@${key}`)))
    figures.push(await compare({
      name: `Caseload: ${name}`, mostRatio: MOST_RATIO, mostP95: LIST_P95,
      ours: () => listCaseload(deps, context, { definition: { ...wholeCaseload, ...part }, offset: 0, limit: PAGE }),
      bare: () => { rows.all(params); count.get(counted) },
    }))
  }
  figures.push(await limit('Today', () => getToday(deps, context, { scope: 'mine' }), LIST_P95))
  for (const text of ['okaf', 'okafor am', '7004711', '4711', '3/7/1948']) figures.push(await limit(`Search patients: ${text}`, () => findPatients(deps, context, { text }), LIST_P95))
  for (const text of ['placement', 'oxygen walk']) figures.push(await limit(`Search notes: ${text}`, () => findNotes(deps, context, { text }), LIST_P95))
  figures.push(await openCases({ session, bare }), await saveMilestones({ session, bare }))
  return figures
}

const OPEN_CASE_P95 = 40
const SAVE_P95 = 25

type OpenStore = Pick<BenchStore, 'session' | 'bare'>

function openCases({ session, bare }: OpenStore): Promise<Figure> {
  const { deps, contextFor } = session
  const context = contextFor(null)
  const cases = bare.prepare(`SELECT id FROM "case" WHERE status = 'open' ORDER BY id LIMIT 400`).pluck().all().map(id => CaseId.parse(id))
  let next = 0
  return limit('Open a case (case and timeline)', () => {
    const caseId = cases[next++ % cases.length]
    if (caseId === undefined) throw new Error('The data set has no open case.')
    getCase(deps, context, { caseId })
    getRecovery(deps, context, { caseId })
  }, OPEN_CASE_P95)
}

function saveMilestones({ session, bare }: OpenStore): Promise<Figure> {
  const { deps, contextFor } = session
  const entries = bare.prepare(`SELECT e.id, e.version FROM timeline_entry e JOIN "case" c ON c.id = e.case_id WHERE c.status = 'open' AND e.status = 'open' AND e.kind = 'milestone' ORDER BY e.id LIMIT 1000`).all()
  let next = 0
  return limit('Save a milestone, synchronous=FULL', () => {
    const row = entries[next++]
    const { id, version } = seen(row)
    markReached(deps, contextFor(deps.ids.next('command')), { entryId: id, version })
  }, SAVE_P95)
}

function seen(row: unknown): { readonly id: TimelineEntryId; readonly version: number } {
  if (typeof row !== 'object' || row === null || !('id' in row) || !('version' in row) || typeof row.version !== 'number') throw new Error('The data set has no open milestone left.')
  return { id: TimelineEntryId.parse(row.id), version: row.version }
}
