import { mkdirSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import { contract, isChannel, type Channel, type Input, type Output } from '#shared/contract/index.ts'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import type { CommandId, PersonId, UnitId } from '#shared/model/ids.ts'
import { Role, roleNames } from '#shared/model/role.ts'
import type { SignedIn } from '#shared/model/session.ts'
import { createCore, type Core } from '#electron/core/create-core.ts'
import type { AnyReply } from '#electron/platform/core-messages.ts'
import { handlers } from '#electron/ipc/handlers/index.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { createHelperRelay } from '#electron/platform/helper-relay.ts'
import { silentLog, type Log } from '#electron/platform/log.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { openResources } from '#electron/platform/resources.ts'
import type { Kdf } from '#electron/security/kdf.ts'
import { newDemoKeyring, UnlockedKeyring } from '#electron/security/keyring.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { sql } from '#electron/store/sql.ts'
import type { Row } from '#electron/store/db.ts'
import { openProfileStore } from '#electron/store/open-profile-store.ts'
import { createReader } from '#electron/store/reader-client.ts'
import type { Store } from '#electron/store/store.ts'
import { fixedClock, seededIds, type FixedClock } from './clock.ts'
import { nearProcesses } from './near-processes.ts'
import { createNearReader } from './near-reader.ts'
import { plainId } from './plain-id.ts'
import { temporaryFolder, testKey, testStore } from './store.ts'
import { testKdf } from './kdf.ts'

export interface TestCoreOptions {
  readonly role?: Role
  /** The facility's day; the clock stands at noon there. */
  readonly today?: string
  readonly zone?: string
  /** An empty profile and no key: what set-up and sign-in begin with. */
  readonly blank?: boolean
  readonly demo?: boolean
  readonly seed?: number
  readonly log?: Log
  /** The parser in a process and the reader on a thread of its own, as in the product, where a test is about just that. */
  readonly apart?: boolean
  /** What keys cost; the tests' own low price unless the product opens the profile afterwards. */
  readonly kdf?: Kdf
}

export interface Caller {
  /** Throws AppError with what the page would get. */
  call<C extends Channel>(channel: C, input: Input<C>, commandId?: CommandId): Promise<Output<C>>
  /** The envelope, for any channel and input. */
  reply(channel: string, input: unknown, commandId?: unknown): Promise<AnyReply>
}

export interface TestCore extends Caller {
  readonly core: Core
  readonly clock: FixedClock
  readonly folder: string
  /** Throws while nobody is signed in. */
  readonly deps: Deps
  readonly people: Readonly<Record<Role, PersonId>>
  readonly units: Readonly<Record<'icu' | 'medical' | 'surgical' | 'clinic', UnitId>>
  readonly events: { readonly name: string; readonly data: unknown }[]
  context(role?: Role): RequestContext
  asRole(role: Role): Caller
  offerText(name: string, text: string): string
  offerFile(file: string): string
  audit(): Row[]
  close(): Promise<void>
}

export const testUnits = { icu: plainId('unit', 1), medical: plainId('unit', 2), surgical: plainId('unit', 3), clinic: plainId('unit', 4) } as const
export const testPeople: Readonly<Record<Role, PersonId>> = {
  'case-manager': plainId('person', 1),
  'outpatient-case-manager': plainId('person', 2),
  'care-manager': plainId('person', 3),
  assistant: plainId('person', 4),
  lead: plainId('person', 5),
  'physician-advisor': plainId('person', 6),
  'privacy-officer': plainId('person', 7),
  administrator: plainId('person', 8),
}

/** The real dispatcher and services on a real encrypted store in a temporary folder; the clock and the ids are the test's. */
export async function testCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const { role = 'case-manager', today = '2026-11-22', zone = 'America/New_York', blank = false, demo = false, seed = 1, apart = false, log = silentLog, kdf = testKdf } = options
  const noon = instantOfLocal(plainDate(today), '12:00', zone)
  const clock = fixedClock(noon)
  const stored = blank ? null : testStore()
  const folder = stored?.folder ?? temporaryFolder('profile')
  mkdirSync(folder, { recursive: true })
  const reader = apart ? createReader : createNearReader
  const files = createFileBox()
  const events: { name: string; data: unknown }[] = []
  const relay = createHelperRelay(apart ? nodeProcesses : nearProcesses, files, message => { core.receive(message) })
  const core = createCore({
    settings: { profileFolder: folder, shell: 'cli', demo, demoCaseload: false, reason: 'start' },
    clock,
    ids: seededIds(seed, noon),
    log,
    kdf,
    resources: openResources(),
    handlers,
    hasStore: !blank,
    openStore(unlocked) {
      if (stored === null) return { store: openProfileStore(unlocked, { at: clock.now(), log }), reader: reader({ file: unlocked.storeFile, key: () => Buffer.from(unlocked.dataKey) }) }
      return { store: stored.store, reader: reader({ file: stored.file, key: () => Buffer.from(testKey), cacheKiB: 4096 }) }
    },
    post(message) {
      if (message.kind === 'event') events.push({ name: message.name, data: message.data })
      else if (message.kind === 'helper.start' || message.kind === 'helper.send' || message.kind === 'helper.end') relay.receive(message)
    },
    end: () => undefined,
  })
  const signInAs = (as: Role): void => {
    core.deps.session.begin(aPerson(as), { name: 'Test Hospital', zone, demo, idleMinutes: 5, blurSeconds: 90 })
  }
  if (stored !== null) {
    seedFacility(stored.store, zone, demo)
    const { body } = newDemoKeyring({ folder, kdf: testKdf, ids: core.deps.ids })
    const keyring = { folder, body: { ...body, storeFile: 'store-1-test.db', demoKey: null } }
    core.deps.session.openStore(new UnlockedKeyring(keyring, Buffer.from(testKey), null))
    signInAs(role)
    events.length = 0
  }
  const open = () => {
    const session = core.deps.session.open()
    if (session === null) throw new Error('Nobody is signed in.')
    return session
  }
  const callerAs = (as: Role | null): Caller => {
    const reply = async (channel: string, input: unknown, commandId?: unknown): Promise<AnyReply> => {
      if (as !== null) changeRole(core, as)
      return checked(channel, await core.dispatch({ channel, input, commandId }))
    }
    return {
      reply,
      async call(channel, input, commandId) {
        const answer = await reply(channel, input, commandId)
        if (!answer.ok) throw new AppError(answer.error)
        if (!isOutput(channel, answer.data)) throw new Error(`The answer of ${channel} is not what the contract says.`)
        return answer.data
      },
    }
  }
  return {
    ...callerAs(blank ? null : role),
    core,
    clock,
    folder,
    get deps() { return open().deps },
    people: testPeople,
    units: testUnits,
    events,
    context(as = role) {
      return { ...open().contextFor(core.deps.ids.next('command'), 'test'), role: as, actorId: testPeople[as] }
    },
    asRole: callerAs,
    offerText: (name, text) => files.offerBytes(name, Buffer.from(text)).handle,
    offerFile: file => files.offerPath(file).handle,
    audit: () => open().deps.store.read(db => db.all(sql`SELECT * FROM audit ORDER BY seq`)),
    async close() {
      relay.endAll()
      await core.deps.session.open()?.deps.reader.close()
      core.deps.session.abandon()
      stored?.close()
    },
  }
}

function aPerson(role: Role): SignedIn {
  return {
    personId: testPeople[role], name: `Test ${roleNames[role]}`, initials: 'TP', role, unitIds: Object.values(testUnits), mustChangePassphrase: false, hasPin: false,
  }
}

/** Another role without another sign-in: the same session, another person. */
function changeRole(core: Core, role: Role): void {
  const state = core.deps.session.state()
  if ((state.state === 'unlocked' || state.state === 'blurred') && state.person.personId !== testPeople[role]) core.deps.session.update(aPerson(role))
}

function isOutput<C extends Channel>(channel: C, data: unknown): data is Output<C> {
  return contract[channel].output.safeParse(data).success
}

/** Every answer must be what the contract says, and survive both ways out of the process. */
function checked(channel: string, reply: AnyReply): AnyReply {
  if (!reply.ok || !isChannel(channel)) return reply
  const overJson: unknown = JSON.parse(JSON.stringify(reply.data))
  const parsed = contract[channel].output.safeParse(overJson)
  if (!parsed.success) throw new Error(`The answer of ${channel} is not what the contract says: ${parsed.error.message}`)
  structuredClone(reply.data)
  return { ok: true, data: overJson }
}

function seedFacility(store: Store, zone: string, demo: boolean): void {
  const at = '2026-01-01T05:00:00.000Z'
  const units = [['icu', 'ICU'], ['medical', 'Medical'], ['surgical', 'Surgical'], ['clinic', 'Clinic']] as const
  store.write({ actorId: 'system', role: 'system', at: fixedClock(at).now() }, db => {
    const facilityId = plainId('facility', 1)
    db.run(sql`INSERT INTO facility (id, version, name, time_zone, idle_minutes, blur_seconds, demo, created_at) VALUES (${facilityId}, 1, 'Test Hospital', ${zone}, 5, 90, ${demo}, ${at})`)
    db.audit({ action: 'facility.set-up', entity: 'facility', entityId: facilityId })
    for (const [position, [key, name]] of units.entries()) {
      db.run(sql`INSERT INTO unit (id, version, name, kind, position) VALUES (${testUnits[key]}, 1, ${name}, ${key === 'clinic' ? 'clinic' : 'inpatient'}, ${position})`)
      db.audit({ action: 'unit.added', entity: 'unit', entityId: testUnits[key] })
    }
    for (const role of Role.values) {
      const { personId, name, initials } = aPerson(role)
      db.run(sql`INSERT INTO person (id, version, sign_in_name, full_name, initials, role, status, created_at) VALUES (${personId}, 1, ${role}, ${name}, ${initials}, ${role}, 'active', ${at})`)
      db.audit({ action: 'person.added', entity: 'person', entityId: personId })
      for (const unitId of Object.values(testUnits)) {
        const id = plainId('person-unit', Number(personId.slice(-4)) * 100 + Number(unitId.slice(-4)))
        db.run(sql`INSERT INTO person_unit (id, version, person_id, unit_id) VALUES (${id}, 1, ${personId}, ${unitId})`)
      }
    }
  })
}
