import { AppError } from '#shared/contract/errors.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import type { LockReason, SessionState, SignedIn } from '#shared/model/session.ts'
import type { CoreDeps, Deps, FacilityFacts, OpenSession, RequestContext, SessionKeeper } from '#electron/services/deps.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import type { OpenStore } from './open-store.ts'
import { readFacilityName, writeFacilityName } from './facility-name.ts'
import { IdleWatch, type IdleLimits } from './idle-watch.ts'

/** Time for the page to send what is being typed. */
const DRAFT_MS = 500
const WATCH_MS = 1000
const PIN_TRIES = 3
/** With nobody acting for this long the write-ahead log is tidied up: while people work no save has to pay for it. */
const TIDY_AFTER_MS = 30_000
/** How long a passphrase counts as just given. */
const PROVED_MS = 5 * 60_000

export interface KeeperParts {
  /** Everything but the keeper itself. */
  readonly core: Omit<CoreDeps, 'session'>
  readonly hasStore: boolean
  readonly reason: LockReason
  readonly openStore: OpenStore
  /** Called once, when all is closed: ends the process. */
  end(reason: LockReason): void
}

interface Opened {
  readonly deps: Deps
  readonly unlocked: UnlockedKeyring
}

interface Session {
  person: SignedIn
  facility: FacilityFacts
  readonly signedInAt: ReturnType<CoreDeps['clock']['now']>
  readonly watch: IdleWatch
  blurredWith: number | null
  /** On the steady clock. */
  provedAt: number
  /** The log was tidied up since the person last did something. */
  isTidy: boolean
}

/** Not where nothing could lift it: people of a demo have no passphrase, and whoever holds a one-time code sees no patient yet. */
const mayBlur = ({ person, facility }: Session): boolean => !person.mustChangePassphrase && (person.hasPin || !facility.demo)

/** The life of one core process: keyless, opened, signed in, blurred, ended. There is no way back from `end`. */
export function createSessionKeeper({ core, hasStore, reason, openStore, end }: KeeperParts): SessionKeeper {
  let storeThere = hasStore
  let opened: Opened | null = null
  let session: Session | null = null
  let isLocking = false
  let timer: NodeJS.Timeout | null = null
  let keyChanges: Promise<unknown> = Promise.resolve()

  const state = (): SessionState => {
    if (session === null) return storeThere ? { state: 'locked', reason, facilityName: readFacilityName(core.profile.folder), demo: core.profile.demo } : { state: 'no-store' }
    const { person, facility, blurredWith, signedInAt } = session
    if (blurredWith !== null) return { state: 'blurred', person, demo: facility.demo, pinTriesLeft: blurredWith }
    return { state: 'unlocked', person, demo: facility.demo, idleMinutes: facility.idleMinutes, signedInAt }
  }
  const changed = (): void => { core.events.emit('session.changed', { session: state() }) }

  const connect = (unlocked: UnlockedKeyring): Deps => {
    try {
      if (opened !== null) throw new AppError({ code: 'refused', message: 'Somebody is signed in already. Lock the workstation first.' })
      const deps: Deps = { ...core, session: keeper, ...openStore(unlocked) }
      opened = { deps, unlocked }
      return deps
    } catch (error) {
      // A core without a session holds no key.
      unlocked.dispose()
      throw error
    }
  }
  const disconnect = (): void => {
    const { deps, unlocked } = opened ?? {}
    opened = null
    void deps?.reader.close()
    deps?.store.close()
    unlocked?.dispose()
  }
  const contextFor = ({ person, facility }: Session, commandId: RequestContext['commandId'], channel: string): RequestContext => {
    const at = core.clock.now()
    return { actorId: person.personId, role: person.role, unitIds: person.unitIds, commandId, channel, at, today: plainDateOf(at, facility.zone), zone: facility.zone }
  }
  // A command of the command line may run for an hour with nobody there; only the longest sign-in ends it.
  const limitsOf = ({ facility }: Session): IdleLimits => (core.shell === 'cli' ? { idleMinutes: Infinity, blurSeconds: Infinity } : facility)
  // Once a pause; at lock the closing store does it, after the drafts.
  const tidy = (current: Session): void => {
    if (opened === null || current.isTidy || core.jobs.isBusy() || current.watch.idleMillis < TIDY_AFTER_MS) return
    current.isTidy = true
    try {
      opened.deps.store.checkpoint()
    } catch (error) {
      core.log.warn('store.idle-checkpoint-failed', { name: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const watchIdle = (): void => {
    if (session === null || isLocking) return
    tidy(session)
    const step = session.watch.step(limitsOf(session), mayBlur(session) && session.blurredWith === null, core.jobs.isBusy())
    if (step === 'blur') keeper.blur()
    else if (step !== 'none') keeper.lock(step)
  }
  const noteLock = (why: LockReason): void => {
    if (session === null || opened === null) return
    try {
      opened.deps.store.recordRead(contextFor(session, null, 'session.lock'), { action: 'session.locked', entity: 'person', entityId: session.person.personId, detail: { reason: why } })
    } catch (error) {
      // Nothing may keep the key in memory.
      core.log.error('session.lock-not-recorded', { name: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const finish = (why: LockReason): void => {
    core.jobs.cancelAll()
    noteLock(why)
    session = null
    isLocking = false
    try {
      disconnect()
    } finally {
      end(why)
    }
  }

  const keeper: SessionKeeper = {
    state,
    openStore: connect,
    begin(person, facility) {
      session = { person, facility, signedInAt: core.clock.now(), watch: new IdleWatch(core.clock), blurredWith: null, provedAt: core.clock.monotonicMillis(), isTidy: false }
      storeThere = true
      writeFacilityName(core.profile.folder, facility.name)
      timer ??= setInterval(watchIdle, WATCH_MS)
      changed()
    },
    abandon: disconnect,
    update(person) {
      if (session === null) return
      session.person = person
      changed()
    },
    changeFacility(facility) {
      if (session === null) return
      session.facility = facility
      writeFacilityName(core.profile.folder, facility.name)
      changed()
    },
    open(): OpenSession | null {
      if (session === null || opened === null) return null
      const current = session
      return { deps: opened.deps, contextFor: (commandId, channel = '') => contextFor(current, commandId, channel) }
    },
    keyring: () => opened?.unlocked ?? null,
    changeKeys(work) {
      const turn = keyChanges.then(() => {
        if (session === null || opened === null) throw new AppError({ code: 'refused', message: 'The workstation was locked in the meantime. Nothing was changed.' })
        return work(opened.deps, opened.unlocked)
      })
      keyChanges = turn.catch(() => undefined)
      return turn
    },
    replaceKeyring(unlocked) {
      disconnect()
      try {
        return connect(unlocked)
      } catch (error) {
        // Nothing is open any more: whoever signs in next meets the same error, and its sentence.
        keeper.lock('core-ended')
        throw error
      }
    },
    setUpAs(facilityName) {
      storeThere = true
      writeFacilityName(core.profile.folder, facilityName)
      changed()
    },
    touch() {
      // Moving the mouse over a blurred screen does not put off the lock.
      if (session === null || session.blurredWith !== null) return
      session.watch.touch()
      session.isTidy = false
    },
    proved() {
      if (session !== null) session.provedAt = core.clock.monotonicMillis()
    },
    isProved: () => session !== null && (session.facility.demo || core.clock.monotonicMillis() - session.provedAt < PROVED_MS),
    blur() {
      if (session === null || session.blurredWith !== null || !mayBlur(session)) return
      session.blurredWith = PIN_TRIES
      changed()
    },
    unblur() {
      if (session === null || isLocking) return
      session.blurredWith = null
      session.watch.touch()
      changed()
    },
    takePinTry() {
      if (session === null || isLocking || session.blurredWith === null || session.blurredWith === 0) return null
      session.blurredWith -= 1
      return session.blurredWith
    },
    pinRefused(triesLeft) {
      if (session?.blurredWith === null) return
      if (triesLeft === 0) keeper.lock('pin-failed')
      else changed()
    },
    isLocking: () => isLocking,
    lock(why) {
      if (session === null || isLocking) return
      isLocking = true
      if (timer !== null) clearInterval(timer)
      timer = null
      core.events.emit('session.locking', { reason: why })
      setTimeout(() => { finish(why) }, DRAFT_MS)
    },
  }
  return keeper
}
