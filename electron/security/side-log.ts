import { appendFileSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readIfPresent } from '#electron/platform/files.ts'
import type { Ids } from '#electron/platform/ids.ts'
import { sql } from '#electron/store/sql.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import type { Store } from '#electron/store/store.ts'
import { isInstant, type Instant } from '#shared/kernel/instant.ts'

/** What can happen while no key is there to write the history. No names, no typed text, nothing of a patient. */
const Event = z.strictObject({
  id: z.string(),
  at: z.custom<Instant>(value => typeof value === 'string' && isInstant(value)),
  action: z.literal(['sign-in.refused', 'sign-in.stopped', 'recovery.refused', 'recovery.used', 'restore.done', 'restore.refused']),
  /** The person whose name was given, `null` when nobody has that name. */
  personId: z.string().nullable(),
  /** The folder name of the backup a restore took: a time and a reason. */
  backup: z.string().optional(),
})
export type SideEvent = Omit<z.output<typeof Event>, 'id'>

const NAME = 'side-log.jsonl'

/** Keeps an event until the next unlock, on the disk when this returns. */
export function noteBeforeUnlock(folder: string, ids: Ids, event: SideEvent): void {
  const file = path.join(folder, NAME)
  appendFileSync(file, `${JSON.stringify({ id: ids.next('event'), ...event })}\n`, { mode: 0o600 })
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Moves what happened before the unlock into the history and returns how many lines. A crash in between leaves the file, and lines that
 * are in the history already are not put there twice. Lines that cannot be read are counted in an entry of their own.
 */
export function chainInSideLog(store: Store, folder: string, origin: WriteOrigin): number {
  const file = path.join(folder, NAME)
  const taken = path.join(folder, `${NAME}.taken`)
  // Only a crash between commit and removal leaves it: then, and only then, a line may be in the history already, which costs a look at all of it.
  const leftOver = readIfPresent(taken) === null ? 0 : take(store, taken, origin, true)
  if (readIfPresent(file) === null) return leftOver
  renameSync(file, taken)
  return leftOver + take(store, taken, origin, false)
}

function take(store: Store, taken: string, origin: WriteOrigin, mayBeThere: boolean): number {
  const lines = (readIfPresent(taken)?.toString('utf8') ?? '').split('\n').filter(line => line !== '')
  if (lines.length === 0) {
    rmSync(taken, { force: true })
    return 0
  }
  const events = lines.map(parse)
  store.write({ ...origin, commandId: null }, db => {
    for (const event of events) {
      if (event === null || (mayBeThere && db.get(sql`SELECT 1 AS x FROM audit WHERE entity = 'side-event' AND entity_id = ${event.id} LIMIT 1`) !== undefined)) continue
      db.audit({ action: event.action, entity: 'side-event', entityId: event.id, detail: { happenedAt: event.at, personId: event.personId, ...(event.backup !== undefined && { backup: event.backup }) } })
    }
    const unreadable = events.filter(event => event === null).length
    if (unreadable > 0) db.audit({ action: 'side-log.unreadable', detail: { lines: unreadable } })
  })
  rmSync(taken, { force: true })
  return lines.length
}

function parse(line: string): z.output<typeof Event> | null {
  try {
    return Event.parse(JSON.parse(line))
  } catch {
    return null
  }
}
