import { replanNeedsReason } from '#shared/domain/recovery/replan-needs-reason.ts'
import { AppError } from '#shared/contract/errors.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import type { ReplanReason } from '#shared/model/timeline.ts'
import type { ReadDb } from '#electron/store/db.ts'
import type { StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { findTimeline } from '#electron/store/queries/recovery/timelines.ts'
import type { RequestContext } from '../deps.ts'

/** Asks for a reason unless every moved entry was placed today. */
export function requireReplanReason(db: ReadDb, entries: readonly StoredEntry[], reason: ReplanReason | 'none', context: RequestContext): void {
  if (reason !== 'none') return
  const timelineIds = [...new Set(entries.map(({ timelineId }) => timelineId))]
  const asked = timelineIds.some(id => {
    const timeline = findTimeline(db, id)
    return timeline === null || replanNeedsReason(plainDateOf(timeline.placedAt, context.zone), context.today)
  })
  if (asked) throw new AppError({ code: 'validation', message: 'Choose a reason for the new dates.', fields: { reason: 'Choose a reason.' } })
}
