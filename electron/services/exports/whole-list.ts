import { AppError } from '#shared/contract/errors.ts'
import { exportLimit } from '#shared/contract/exports.ts'
import type { WorklistDefinition, WorklistRow } from '#shared/model/worklist.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { listFilter } from '#electron/store/queries/worklists/list-filter.ts'
import { countRows, listRows } from '#electron/store/queries/worklists/list-rows.ts'
import type { RequestContext } from '../deps.ts'
import { viewerOf } from '../worklists/viewer.ts'

/** Every row of a list, for paper or a file; refused above the limit, because nobody reads such a list and everybody loses it. */
export function wholeList(db: ReadDb, context: RequestContext, definition: WorklistDefinition): readonly WorklistRow[] {
  const viewer = viewerOf(context)
  const total = countRows(db, listFilter(definition, viewer))
  if (total > exportLimit) {
    throw new AppError({ code: 'refused', message: `This list has ${total.toLocaleString('en-US')} rows; at most ${exportLimit.toLocaleString('en-US')} leave the program at once. Narrow the list first.` })
  }
  return listRows(db, definition, viewer, { offset: 0, limit: exportLimit })
}
