import type { EventName } from '#shared/contract/events.ts'
import { createDispatcher, type Dispatch } from '#electron/ipc/dispatcher.ts'
import type { Handlers } from '#electron/ipc/handler.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { CoreSettings, FromCore, ToCore } from '#electron/platform/core-messages.ts'
import { createHelpers } from '#electron/platform/helpers.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Resources } from '#electron/platform/resources.ts'
import type { Kdf } from '#electron/security/kdf.ts'
import type { CoreDeps, Events } from '#electron/services/deps.ts'
import { createJobs } from '#electron/services/jobs.ts'
import type { OpenStore } from './open-store.ts'
import { createSessionKeeper } from './session-keeper.ts'

export interface CoreParts {
  readonly settings: CoreSettings
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly kdf: Kdf
  readonly resources: Resources
  readonly handlers: Handlers
  /** A store exists in the profile. */
  readonly hasStore: boolean
  readonly openStore: OpenStore
  post(message: FromCore): void
  /** Ends the process. */
  end(): void
}

export interface Core {
  readonly deps: CoreDeps
  readonly dispatch: Dispatch
  receive(message: ToCore): void
}

/** Wires platform, session, services and dispatcher. Without a key until somebody signs in; for every process one. */
export function createCore({ settings, handlers, hasStore, openStore, post, end, ...platform }: CoreParts): Core {
  const events: Events = {
    emit: (name: EventName, data) => { post({ kind: 'event', name, data }) },
    changed: (...topics) => { post({ kind: 'event', name: 'data.changed', data: { topics } }) },
  }
  const jobs = createJobs(platform.clock, progress => { events.emit('job.progress', progress) })
  const helpers = createHelpers(post)
  const withoutSession = {
    ...platform, events, jobs, helpers, shell: settings.shell, profile: { folder: settings.profileFolder, demo: settings.demo },
  }
  const session = createSessionKeeper({
    core: withoutSession,
    hasStore,
    openStore,
    reason: settings.reason,
    end(reason) {
      post({ kind: 'ending', reason })
      end()
    },
  })
  const deps: CoreDeps = { ...withoutSession, session }
  const dispatch = createDispatcher(deps, handlers)
  return {
    deps,
    dispatch,
    receive(message) {
      if (message.kind === 'request') void dispatch(message).then(reply => { post({ kind: 'reply', id: message.id, reply }) })
      else if (message.kind === 'lock') lockOrEnd(deps, message.reason, end)
      else if (message.kind !== 'start') helpers.receive(message)
    },
  }
}

// A core without a session has nothing to save: it ends at once.
function lockOrEnd({ session }: CoreDeps, reason: Parameters<CoreDeps['session']['lock']>[0], end: () => void): void {
  if (session.open() === null) end()
  else session.lock(reason)
}
