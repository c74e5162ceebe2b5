import { AppError } from '#shared/contract/errors.ts'
import type { TimelineEntryId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findRecoveryCase, type CaseRow } from '#electron/store/queries/recovery/case-facts.ts'
import { findEntry, type StoredEntry } from '#electron/store/queries/recovery/entries.ts'
import { requireOpenCase } from './require-open-case.ts'

/** The entry as the person saw it, on a case that is open; another version is a conflict and changes nothing. */
export function requireEntry(db: ReadDb, entryId: TimelineEntryId, version: number): { readonly entry: StoredEntry; readonly head: CaseRow } {
  const entry = findEntry(db, entryId)
  const head = entry === null ? null : findRecoveryCase(db, entry.caseId)
  if (entry === null || head === null) throw new AppError({ code: 'not-found', message: 'That entry is no longer on the plan.' })
  requireOpenCase(head)
  if (entry.version !== version) {
    throw new AppError({ code: 'conflict', message: 'This entry changed since you saw it. The timeline now shows how it stands.', latestVersion: entry.version })
  }
  return { entry, head }
}
