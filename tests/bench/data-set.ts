import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { daysBetween, type PlainDate } from '#shared/kernel/plain-date.ts'
import { plainDateOf, type Instant } from '#shared/kernel/instant.ts'
import type { PersonId, UnitId } from '#shared/model/ids.ts'
import { Day } from '#shared/model/scalars.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { systemIds, type Ids } from '#electron/platform/ids.ts'
import { openResources } from '#electron/platform/resources.ts'
import { createProfile } from '#electron/security/create-profile.ts'
import { systemKdf } from '#electron/security/kdf.ts'
import { ensureShippedTables } from '#electron/services/reference/ensure-shipped-tables.ts'
import { refreshCaseSummary } from '#electron/store/queries/caseload/case-summary.ts'
import { insertFacility, insertUnit } from '#electron/store/queries/accounts/facility.ts'
import { insertPerson, setPersonUnits } from '#electron/store/queries/accounts/people.ts'
import type { WriteOrigin } from '#electron/store/db.ts'
import { migrations } from '#electron/store/migrations/index.ts'
import type { Store } from '#electron/store/store.ts'
import { insertBenchPatient } from './insert-bench-patient.ts'
import { seededRandom } from './random.ts'
import { ENTRIES_OF_OPEN_CASE, zone } from './bench-place.ts'

export const signInName = 'bench.nurse'
export const passphrase = 'slow river carries copper leaves'

export interface DataSetSize {
  readonly patients: number
  readonly cases: number
  readonly openCases: number
  /** Notes and timeline entries together. */
  readonly entries: number
}

/** The size the figures are promised for. */
export const fullSize: DataSetSize = { patients: 100_000, cases: 120_000, openCases: 10_000, entries: 1_000_000 }

export interface DataSet {
  readonly folder: string
}

/** Rows written in one transaction: a long one would hold the whole data set in the log. */
const BATCH = 250
/** Days after which open cases would all be overdue and the figures those of another hospital. */
const STALE_AFTER = 30
const DONE = 'complete'

/**
 * A profile like a nurse's, filled through the store's own door with audit, and kept beside the packages until schema, size or builder change
 * or a month has passed. Built once: some minutes for the full size.
 */
export async function benchDataSet(size: DataSetSize = fullSize, say: (line: string) => void = () => undefined): Promise<DataSet> {
  const clock = systemClock()
  const today = plainDateOf(clock.now(), zone)
  const cache = fileURLToPath(new URL('../../node_modules/.cache/bench/', import.meta.url))
  const folder = path.join(cache, keyOf(size))
  if (isFresh(folder, today)) return { folder }
  const building = `${folder}.building`
  rmSync(folder, { recursive: true, force: true })
  rmSync(building, { recursive: true, force: true })
  await makeProfile(building, (store, seeded) => { fill(store, seeded, today, size, say) })
  writeFileSync(path.join(building, DONE), today)
  renameSync(building, folder)
  if (size === fullSize) removeOthers(cache, folder)
  return { folder }
}

function isFresh(folder: string, today: PlainDate): boolean {
  const done = path.join(folder, DONE)
  return existsSync(done) && daysBetween(Day.parse(readFileSync(done, 'utf8')), today) <= STALE_AFTER
}

/** What the rows of a data set hang on. */
interface Seeded {
  readonly ids: Ids
  readonly at: Instant
  readonly units: readonly [UnitId, ...UnitId[]]
}

/** A profile with a facility, its units and the bench's nurse, in a folder that need not be there; `fillIn` adds the rest. */
export async function makeProfile(folder: string, fillIn: (store: Store, seeded: Seeded) => void): Promise<void> {
  const clock = systemClock()
  const ids = systemIds(clock)
  const at = clock.now()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { unlocked } = await createProfile({
    folder, kdf: systemKdf, ids, at, people: [{ personId: nurseOf(ids), signInName, passphrase }],
    fill: store => { fillIn(store, { ids, at, units: seedFacility(store, systemOrigin(at), ids, at) }) },
  })
  unlocked.dispose()
}

const systemOrigin = (at: Instant): WriteOrigin => ({ actorId: 'system', role: 'system', at })

/** Full data sets of former schemas; each is larger than the program. */
function removeOthers(cache: string, kept: string): void {
  for (const name of readdirSync(cache)) if (path.join(cache, name) !== kept) rmSync(path.join(cache, name), { recursive: true, force: true })
}

let nurse: PersonId | null = null
const nurseOf = (ids: Ids): PersonId => (nurse ??= ids.next('person'))

/** What the data depends on: the schema, the size, and a number raised when the builder changes. */
function keyOf(size: DataSetSize): string {
  const schema = migrations.map(migration => `${migration.version}:${String(migration.up)}`).join('\n')
  return createHash('sha256').update(`${BUILDER}\n${JSON.stringify(size)}\n${schema}`).digest('hex').slice(0, 16)
}
const BUILDER = 2


function fill(store: Store, { ids, at, units }: Seeded, today: PlainDate, size: DataSetSize, say: (line: string) => void): void {
  const random = seededRandom(20_261_122)
  const origin = systemOrigin(at)
  const perPatient = { notes: Math.ceil(size.entries / 2 / size.patients), cases: size.cases / size.patients }
  const entriesPerClosedCase = Math.ceil((size.entries / 2 - size.openCases * ENTRIES_OF_OPEN_CASE) / (size.cases - size.openCases))
  let openLeft = size.openCases
  let casesLeft = size.cases
  for (let first = 0; first < size.patients; first += BATCH) {
    store.write(origin, db => {
      for (let n = first; n < Math.min(first + BATCH, size.patients); n++) {
        const patientsLeft = size.patients - n
        const cases = Math.min(casesLeft, n % 5 === 4 ? Math.ceil(perPatient.cases) : Math.floor(perPatient.cases))
        const isOpen = openLeft > 0 && random.chance(openLeft / patientsLeft)
        const caseIds = insertBenchPatient(db, { n, ids, random, at, today, cases, isOpen, nurse: nurseOf(ids), units, notes: perPatient.notes, entriesPerClosedCase })
        casesLeft -= caseIds.length
        if (isOpen) openLeft--
        for (const { caseId, patientId } of caseIds) db.audit({ action: 'case.opened', entity: 'case', entityId: caseId, patientId })
        for (const { caseId } of caseIds) refreshCaseSummary(db, caseId, today)
      }
    })
    if (first % 10_000 === 0) say(`built ${first.toLocaleString('en-US')} of ${size.patients.toLocaleString('en-US')} patients`)
  }
}

function seedFacility(store: Store, origin: WriteOrigin, ids: Ids, at: Instant): readonly [UnitId, ...UnitId[]] {
  const names = ['4 West', '5 North', '6 Tele', '7 Ortho', 'ICU', 'SDU 3'] as const
  const unitIds: [UnitId, ...UnitId[]] = [ids.next('unit'), ...names.slice(1).map(() => ids.next('unit'))]
  const facilityId = ids.next('facility')
  store.write(origin, db => {
    insertFacility(db, facilityId, { name: 'Bench Hospital', zone, idleMinutes: 15, blurSeconds: 120, backupFolder: 'beside-store', demo: false }, at)
    db.audit({ action: 'facility.set-up', entity: 'facility', entityId: facilityId })
    ensureShippedTables(db, { resources: openResources(), ids }, { at })
    for (const [index, unitId] of unitIds.entries()) {
      insertUnit(db, unitId, { name: names[index] ?? `Unit ${index}`, kind: 'inpatient' })
      db.audit({ action: 'unit.added', entity: 'unit', entityId: unitId })
    }
    insertPerson(db, nurseOf(ids), signInName, { fullName: 'Bench Nurse', initials: 'BN', role: 'case-manager', unitIds: [], phone: 'unknown' }, at)
    setPersonUnits(db, nurseOf(ids), unitIds, at, () => ids.next('person_unit'))
    db.audit({ action: 'person.added', entity: 'person', entityId: nurseOf(ids) })
  })
  return unitIds
}
