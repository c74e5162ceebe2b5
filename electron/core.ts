import { createCore, type Core } from './core/create-core.ts'
import { storeOpener } from './core/open-store.ts'
import { handlers } from './ipc/handlers/index.ts'
import { systemClock } from './platform/clock.ts'
import { ToCore, type CoreSettings } from './platform/core-messages.ts'
import { ensurePrivateFolder } from './platform/files.ts'
import { systemIds } from './platform/ids.ts'
import { fileLog } from './platform/log.ts'
import { parentLink } from './platform/parent-link.ts'
import { openResources } from './platform/resources.ts'
import { hasProfile } from './security/keyring.ts'
import { systemKdf } from './security/kdf.ts'
import type { CoreDeps } from './services/deps.ts'
import { StoreError, problemOf } from './store/store-error.ts'
import { storeSentence } from './store/store-messages.ts'
import { createDemo } from './services/demo/create-demo.ts'
import { fillDemo } from './services/demo/fill-demo.ts'
import { openDemo } from './services/accounts/open-demo.ts'

/** The core process: keys, store and services, in a process of their own that locking ends. Started by a shell, which relays. */
const link = parentLink()
const clock = systemClock()
let core: Core | null = null

function start(settings: CoreSettings): Core {
  ensurePrivateFolder(settings.profileFolder)
  const log = fileLog(settings.profileFolder, clock)
  return createCore({
    settings,
    clock,
    ids: systemIds(clock),
    log,
    hasStore: hasProfile(settings.profileFolder),
    openStore: storeOpener(clock, log),
    kdf: systemKdf,
    resources: openResources(),
    handlers,
    post: message => { link.send(message) },
    end: () => { link.end() },
  })
}

async function begin(settings: CoreSettings): Promise<void> {
  core = start(settings)
  if (settings.demo) await beginDemo(core.deps, settings)
  link.send({ kind: 'ready', session: core.deps.session.state() })
}

/** A demo makes itself and signs itself in; after it was locked on purpose it waits. */
async function beginDemo(deps: CoreDeps, { reason, demoCaseload, shell }: CoreSettings): Promise<void> {
  const isNew = deps.session.state().state === 'no-store'
  if (isNew) createDemo(deps)
  if (reason !== 'start' && reason !== 'core-ended') return
  openDemo(deps, shell === 'cli' ? 'lead' : 'case-manager')
  if (isNew && demoCaseload) await fillDemo(deps)
}

link.onMessage(raw => {
  const message = ToCore.safeParse(raw)
  if (!message.success) return
  if (message.data.kind !== 'start') core?.receive(message.data)
  else if (core === null) {
    begin(message.data.settings).catch((error: unknown) => {
      link.send({ kind: 'cannot-start', message: sentenceOf(error) })
      // Nobody would ever be answered by it; its shell tries again or gives up.
      link.end()
    })
  }
})
function sentenceOf(error: unknown): string {
  if (error instanceof StoreError) return error.message
  const problem = problemOf(error, 'the data folder')
  return problem === null ? 'Caseboard cannot start on this data. Nothing has been changed. Call IT; the log in the data folder names the place.' : storeSentence(problem)
}

// The shell is gone: nobody will ask or answer any more. What was acknowledged is on the disk.
link.onGone(() => { process.exit(0) })
// Ctrl+C in the terminal reaches every process of it; the shell decides what follows.
process.on('SIGINT', () => undefined)
