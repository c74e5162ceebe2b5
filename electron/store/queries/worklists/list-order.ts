import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { assertNever } from '#shared/kernel/assert-never.ts'
import type { SortColumn, SortLevel } from '#shared/model/worklist.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { losMidnights, shownExpectedTenths } from './list-filter.ts'

/** The ORDER BY of a worklist: up to three levels, what is not known last in either direction, the case id at the end so that windows never overlap. */
export function listOrder(levels: readonly SortLevel[], today: PlainDate): SqlQuery {
  const chosen: readonly SortLevel[] = levels.length > 0 ? levels : [{ columnId: 'patient', direction: 'asc' }]
  const terms = chosen.map(level => {
    const column = sortExpression(level.columnId, today)
    return level.direction === 'asc' ? sql`${column} ASC NULLS LAST` : sql`${column} DESC NULLS LAST`
  })
  return sql.join([...terms, sql`s.case_id`], sql`, `)
}

function sortExpression(column: SortColumn, today: PlainDate): SqlQuery {
  switch (column) {
    case 'patient': return sql`s.sort_name`
    case 'mrn': return sql`s.mrn`
    case 'unitBed': return sql`s.unit_name || ' ' || coalesce(s.bed, '')`
    // What is hidden is not told by its place in the list either.
    case 'drg': return sql`CASE WHEN s.sensitivity = 'none' THEN s.drg_code END`
    case 'los': return losMidnights(today)
    case 'variance': return sql`${losMidnights(today)} * 10 - ${shownExpectedTenths}`
    case 'nextMilestone': return sql`s.next_entry_on`
    case 'payer': return sql`s.payer_name`
    case 'caseManager': return sql`s.case_manager_name`
    case 'edd': return sql`s.edd`
    case 'status': return sql`s.status`
    case 'risk': return sql`s.risk_rank`
    case 'openedOn': return sql`s.opened_on`
    case 'stayStatus': return sql`s.stay_status`
    default: return assertNever(column)
  }
}
