import type { CommandId } from '#shared/kernel/ids.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { ReadDb, WriteOrigin } from './db.ts'
import { json, moment, text, textOrNull } from './row.ts'
import { sql } from './sql.ts'
import type { Statements } from './statements.ts'

/** A command that was carried out, and what it answered. */
export type CommandOutcome = { readonly channel: string; readonly actorId: string | null; readonly at: Instant; readonly outcome: unknown }

/** Looks a command up: after a crash or an I/O error this tells whether it was saved. */
export function findCommand(db: ReadDb, commandId: CommandId): CommandOutcome | null {
  const row = db.get(sql`SELECT channel, actor_id, at, outcome FROM command WHERE command_id = ${commandId}`)
  if (row === undefined) return null
  return { channel: text(row, 'channel'), actorId: textOrNull(row, 'actor_id'), at: moment(row, 'at'), outcome: row['outcome'] === null ? null : json(row, 'outcome') }
}

/** A command of several writes keeps the outcome of the last one. */
export function keepOutcome(statements: Statements, origin: WriteOrigin, commandId: CommandId, outcome: unknown): void {
  statements
    .of('INSERT INTO command (command_id, actor_id, channel, at, outcome) VALUES (?,?,?,?,?) ON CONFLICT (command_id) DO UPDATE SET at = excluded.at, outcome = excluded.outcome')
    .run(commandId, origin.actorId, origin.channel ?? '', origin.at, JSON.stringify(outcome ?? null))
}
