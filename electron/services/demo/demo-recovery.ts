import { daysBetween, plusDays } from '#shared/kernel/plain-date.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { getRecovery } from '../recovery/get-recovery.ts'
import { markMissed, markReached } from '../recovery/mark-entry.ts'
import { placePlan } from '../recovery/place-plan.ts'
import { setEdd } from '../recovery/set-edd.ts'
import type { DemoCondition } from './demo-lists.ts'
import type { DemoTime } from './demo-time.ts'

/** How a recovery of the demo goes. */
export type DemoPace = 'on-time' | 'late' | 'early' | 'not-placed'

/** Places the condition's template as of its anchor day and marks what lies behind, at the pace of this case. */
export function demoRecovery(deps: Deps, context: RequestContext, caseId: CaseId, condition: DemoCondition, anchorOffset: number, pace: DemoPace, time: DemoTime): void {
  if (pace === 'not-placed') return
  const day = time.day(anchorOffset)
  const anchors = { [condition.anchor]: day, admission: day }
  placePlan(deps, context, { caseId, templateId: condition.template, anchors, rows: 'defaults' })
  const { entries } = getRecovery(deps, context, { caseId })
  for (const [index, { id, version, kind, planned }] of entries.entries()) {
    if (kind !== 'milestone' || planned === 'no-date') continue
    const shift = pace === 'late' ? 1 + (index % 2) : pace === 'early' ? -1 : 0
    const wanted = plusDays(planned.on, shift)
    const on = daysBetween(day, wanted) < 0 ? day : wanted
    const behind = daysBetween(on, time.today)
    if (behind > 0 || (behind === 0 && index % 2 === 0)) markOne(deps, context, { entryId: id, version }, on, pace === 'late' && index % 5 === 4)
  }
}

function markOne(deps: Deps, context: RequestContext, seen: Parameters<typeof markMissed>[2], on: ReturnType<DemoTime['day']>, isMissed: boolean): void {
  if (isMissed) markMissed(deps, context, seen)
  else markReached(deps, context, { ...seen, on })
}

/** The first EDD, and for a late case a later one with its reason. */
export function demoEdd(deps: Deps, context: RequestContext, caseId: CaseId, offset: number, pace: DemoPace, time: DemoTime): void {
  const versionNow = (): number => getRecovery(deps, context, { caseId }).caseVersion
  setEdd(deps, context, { caseId, caseVersion: versionNow(), edd: time.day(offset), reason: 'first', moveEntries: false })
  if (pace === 'late') setEdd(deps, context, { caseId, caseVersion: versionNow(), edd: time.day(offset + 2), reason: 'waiting-for-placement', moveEntries: false })
}
