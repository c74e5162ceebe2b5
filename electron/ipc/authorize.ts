import { AppError } from '#shared/contract/errors.ts'
import type { Operation } from '#shared/contract/define.ts'
import type { CommandId } from '#shared/model/ids.ts'
import { mayDo } from '#shared/model/permission.ts'
import type { SessionState } from '#shared/model/session.ts'
import type { OpenSession } from '#electron/services/deps.ts'

/** What somebody with a one-time code may do: become somebody with a passphrase, be there, leave, and have their screen as they like it. */
const beforeOwnPassphrase: readonly string[] = ['session.changePassphrase', 'session.activity', 'session.lock', 'session.blur', 'session.unblur', 'session.preference', 'session.savePreference']

/**
 * Throws `forbidden` when this person may not, and leaves a trace of the try.
 *
 * Limits per record (own unit, masked patients) will join here, after the table of roles.
 */
export function refuse(session: OpenSession, state: SessionState, channel: string, operation: Operation, commandId: CommandId | null): void {
  const isOpen = operation.access === 'before-unlock' || beforeOwnPassphrase.includes(channel)
  if (mustChangePassphrase(state) && !isOpen) throw new AppError({ code: 'forbidden', message: 'Choose your own passphrase first.' })
  if (operation.permission === 'anyone') return
  const context = session.contextFor(commandId, channel)
  if (mayDo(context.role, operation.permission)) return
  recordRefusal(session, { ...context, commandId: null }, { channel, permission: operation.permission })
  throw new AppError({ code: 'forbidden', message: 'Your role does not allow this.' })
}

function mustChangePassphrase(state: SessionState): boolean {
  return (state.state === 'unlocked' || state.state === 'blurred') && state.person.mustChangePassphrase
}

function recordRefusal({ deps }: OpenSession, context: ReturnType<OpenSession['contextFor']>, detail: { channel: string; permission: string }): void {
  try {
    deps.store.recordRead(context, { action: 'access.refused', entity: 'person', entityId: context.actorId, detail })
  } catch {
    // A full disk must not turn a refusal into anything else.
    deps.log.error('audit.refusal-not-recorded', { channel: detail.channel })
  }
}
