import type { EventData, EventName, Topic } from '#shared/contract/events.ts'
import type { ShellKind } from '#shared/contract/bridge.ts'
import type { Instant, Zone } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { CommandId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { Role } from '#shared/model/role.ts'
import type { LockReason, SessionState, SignedIn } from '#shared/model/session.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Helpers } from '#electron/platform/helpers.ts'
import type { Resources } from '#electron/platform/resources.ts'
import type { Kdf } from '#electron/security/kdf.ts'
import type { UnlockedKeyring } from '#electron/security/keyring.ts'
import type { Reader } from '#electron/store/reader-client.ts'
import type { Store } from '#electron/store/store.ts'
import type { Jobs } from './jobs.ts'

/** What serves every operation, in the keyless core too. */
export interface CoreDeps {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly profile: ProfilePlace
  readonly kdf: Kdf
  readonly resources: Resources
  readonly jobs: Jobs
  readonly events: Events
  readonly session: SessionKeeper
  readonly helpers: Helpers
  readonly shell: ShellKind | 'cli'
}

/** What serves the operations that run while a person is signed in. */
export interface Deps extends CoreDeps {
  readonly store: Store
  readonly reader: Reader
}

export interface ProfilePlace {
  readonly folder: string
  /** A throwaway profile with synthetic patients; its banner is always shown. */
  readonly demo: boolean
}

/** Who asks, for what, when. Fixed for the length of one request; a `WriteOrigin` of the store as it stands. */
export interface RequestContext {
  readonly actorId: PersonId
  readonly role: Role
  readonly unitIds: readonly UnitId[]
  /** Null for queries, and for all but the last write of a job with many. */
  readonly commandId: CommandId | null
  readonly channel: string
  readonly at: Instant
  /** The facility's calendar day. */
  readonly today: PlainDate
  readonly zone: Zone
}

/** What is known about a request when perhaps nobody is signed in. */
export interface KeylessContext {
  readonly commandId: CommandId | null
  readonly channel: string
  readonly at: Instant
  readonly person: SignedIn | null
}

/** What the core tells the page unasked. */
export interface Events {
  emit<N extends EventName>(name: N, data: EventData<N>): void
  /** Queries about these are stale. */
  changed(...topics: readonly Topic[]): void
}

/** What the session needs to know about the facility. */
export interface FacilityFacts {
  readonly name: string
  readonly zone: Zone
  readonly demo: boolean
  readonly idleMinutes: number
  readonly blurSeconds: number
}

/** The open store and the way to ask it in the name of the person who is signed in. */
export interface OpenSession {
  readonly deps: Deps
  contextFor(commandId: CommandId | null, channel?: string): RequestContext
}

/** The life of one sign-in, from opening the store until the core process ends. The rules of signing in are the services' of accounts. */
export interface SessionKeeper {
  state(): SessionState
  /** Opens store and reader with the data key and takes the keyring over, also when it throws (`StoreError`; `refused` when a store is open already): nothing is unlocked yet. */
  openStore(unlocked: UnlockedKeyring): Deps
  /** Unlocks for this person and starts the idle watch. */
  begin(person: SignedIn, facility: FacilityFacts): void
  /** Closes what `openStore` opened, when the sign-in came to nothing. */
  abandon(): void
  update(person: SignedIn): void
  changeFacility(facts: FacilityFacts): void
  open(): OpenSession | null
  keyring(): UnlockedKeyring | null
  /**
   * Runs `work` when no other change of the key file is under way, with the store and keys of that moment: those of a request may have been
   * replaced while it waited. Throws `refused` when the workstation was locked in the meantime.
   */
  changeKeys<T>(work: (deps: Deps, keyring: UnlockedKeyring) => T | Promise<T>): Promise<T>
  /** After a rotation of the data key: closes the old store, opens the new one. */
  replaceKeyring(unlocked: UnlockedKeyring): Deps
  /** A store exists now: `no-store` becomes `locked`. */
  setUpAs(facilityName: string): void
  /** The person is there: the idle watch starts anew. */
  touch(): void
  /** The person has just given the passphrase again. */
  proved(): void
  /** The passphrase was given within the last minutes; always so in a demo, which has none. */
  isProved(): boolean
  blur(): void
  unblur(): void
  /** Counts a try before the PIN is looked at; how many are left after it, `null` when none was left or nothing is blurred. */
  takePinTry(): number | null
  /** The PIN was wrong with so many tries left; at 0 the session locks by itself. */
  pinRefused(triesLeft: number): void
  /** The lock has begun: only what is being typed may still be saved. */
  isLocking(): boolean
  /** Drafts have 500 ms, the store closes, the process ends. */
  lock(reason: LockReason): void
}
