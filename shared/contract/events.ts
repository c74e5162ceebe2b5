import { z } from 'zod'
import { CommandId } from '#shared/model/ids.ts'
import { Count } from '#shared/model/scalars.ts'
import { SessionState } from '#shared/model/session.ts'

/** What changed, in the words of the areas; queries about it are stale. */
export const Topic = z.literal([
  'patients', 'cases', 'stays', 'recovery', 'notes', 'tasks', 'contacts', 'drafts', 'worklists', 'imports', 'people', 'facility', 'backup', 'reference',
])
export type Topic = z.output<typeof Topic>

/** Everything the core tells the page without being asked. */
export const events = {
  'data.changed': z.strictObject({ topics: z.array(Topic) }),
  'session.changed': z.strictObject({ session: SessionState }),
  /** The core ends in at most one second: save what is typed. */
  'session.locking': z.strictObject({ reason: z.string() }),
  'job.progress': z.strictObject({
    commandId: CommandId,
    label: z.string(),
    done: Count,
    total: z.union([z.literal('unknown'), Count]),
    secondsLeft: z.union([z.literal('unknown'), Count]),
  }),
  /** Something about the whole store that must stay in view: missing changes, a failed check. */
  'store.notice': z.strictObject({ severity: z.literal(['info', 'warning', 'danger']), message: z.string() }),
} as const

export type EventName = keyof typeof events
export type EventData<N extends EventName> = z.output<(typeof events)[N]>
