import type { Instant } from '#shared/kernel/instant.ts'
import { instantOfLocal } from '#shared/kernel/instant.ts'
import { plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import { sortNameOf } from '#shared/domain/caseload/patient-name.ts'
import type { CaseId, PatientId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { insertNote } from '#electron/store/queries/notes/notes.ts'
import { sql } from '#electron/store/sql.ts'
import type { Random } from './random.ts'
import { ENTRIES_OF_OPEN_CASE, zone } from './bench-place.ts'

interface BenchPatient {
  readonly n: number
  readonly ids: Ids
  readonly random: Random
  readonly at: Instant
  readonly today: PlainDate
  readonly cases: number
  /** The last of the cases is open and the patient lies in the hospital. */
  readonly isOpen: boolean
  readonly nurse: PersonId
  readonly units: readonly [UnitId, ...UnitId[]]
  readonly notes: number
  readonly entriesPerClosedCase: number
}

const families = ['Petrov', 'Mbeki', 'Alvarez', 'Dawson', 'Tran', 'Singh', 'Rosenthal', 'Lindqvist', 'Ueda', 'Quintero', 'Okafor', 'Jensen', 'Garcia', 'Zamora', 'Haddad', 'Fofana', 'Kowalski', 'Eriksen', 'Nakamura', 'Núñez', 'Abara', 'Keller', 'Ortiz', 'Pham'] as const
const givens = ['Amara', 'Elias', 'Carmen', 'Rosa', 'Nadia', 'Tomas', 'Zoe', 'Yusuf', 'Lucia', 'Priya', 'Kenji', 'Jolene', 'Wanda', 'Stefan', 'Farah', 'Bennett', 'Hana', 'Inés'] as const
const reasons = ['Hip fracture', 'Heart failure', 'Pneumonia', 'Sepsis', 'Stroke', 'COPD', 'Knee replacement', 'Acute kidney injury'] as const
const drgs = ['470', '291', '193', '871', '065', '190', '682', '481'] as const
const payers = [['Medicare A', 'medicare'], ['MA – Humana', 'medicare-advantage'], ['Aetna HMO', 'commercial'], ['Medicaid', 'medicaid'], ['BCBS PPO', 'commercial']] as const
const words = ['daughter', 'called', 'placement', 'denied', 'oxygen', 'walker', 'stairs', 'home', 'agency', 'accepted', 'transport', 'booked', 'family', 'meeting', 'insurance', 'packet', 'faxed', 'therapy', 'evaluation', 'appetite', 'sleeping', 'lives', 'alone', 'second', 'floor'] as const
const steps = ['PT evaluation', 'Swallow study', 'Discharge teaching', 'Home oxygen set up', 'Family meeting', 'Stairs with aid', 'Oral drugs only', 'Wound check'] as const

/** One patient with cases, stays, plans and notes; returns the cases. Rows as the services write them, without their questions. */
export function insertBenchPatient(db: WriteDb, bench: BenchPatient): readonly { readonly caseId: CaseId; readonly patientId: PatientId }[] {
  const { ids, random, n } = bench
  const patientId = ids.next('patient')
  const familyName = `${random.pick(families)}${n % 97 === 0 ? '-Lee' : ''}`
  const givenNames = random.pick(givens)
  const birth = plusDays(bench.today, -random.between(20 * 365, 95 * 365))
  db.run(sql`
    INSERT INTO patient (id, version, mrn, family_name, given_names, sort_name, sex, birth_date, deceased, created_at, updated_at)
    VALUES (${patientId}, 1, ${String(7_000_000 + n)}, ${familyName}, ${givenNames}, ${sortNameOf({ familyName, givenNames })}, ${random.pick(['female', 'male'])}, ${birth}, 'no', ${bench.at}, ${bench.at})`)
  const [payer, kind] = random.pick(payers)
  db.run(sql`INSERT INTO coverage (id, version, patient_id, payer_name, payer_kind, position) VALUES (${ids.next('coverage')}, 1, ${patientId}, ${payer}, ${kind}, 0)`)
  refreshPatientSearch(db, patientId)
  db.audit({ action: 'patient.added', entity: 'patient', entityId: patientId, patientId })
  const caseIds = Array.from({ length: bench.cases }, (_, index) => insertCase(db, bench, patientId, bench.isOpen && index === bench.cases - 1))
  for (let i = 0; i < bench.notes; i++) {
    const text = Array.from({ length: random.between(12, 40) }, () => random.pick(words)).join(' ')
    insertNote(db, { id: ids.next('note'), patientId, caseId: caseIds[0] ?? 'none', text, at: bench.at, byPersonId: bench.nurse })
  }
  return caseIds.map(caseId => ({ caseId, patientId }))
}

function insertCase(db: WriteDb, bench: BenchPatient, patientId: PatientId, isOpen: boolean): CaseId {
  const { ids, random, today } = bench
  const caseId = ids.next('case')
  const openedOn = plusDays(today, isOpen ? -random.between(0, 12) : -random.between(30, 900))
  const unitId = random.pick(bench.units)
  db.run(sql`
    INSERT INTO "case" (id, version, patient_id, status, reason, program, unit_id, case_manager_id, drg_code, risk, sensitivity, opened_on, closed_on, close_reason, edd, created_at)
    VALUES (${caseId}, 1, ${patientId}, ${isOpen ? 'open' : 'closed'}, ${random.pick(reasons)}, 'hospital', ${unitId}, ${random.chance(0.9) ? bench.nurse : null}, ${random.pick(drgs)},
      ${random.pick(['high', 'moderate', 'low', 'unknown'])}, 'none', ${openedOn}, ${isOpen ? null : plusDays(openedOn, 6)}, ${isOpen ? null : 'goals-met'}, ${plusDays(openedOn, random.between(2, 9))}, ${bench.at})`)
  if (isOpen) insertStay(db, bench, patientId, caseId, unitId, openedOn)
  insertPlan(db, bench, caseId, openedOn, isOpen)
  if (isOpen && random.chance(0.2)) insertOpenTask(db, bench, patientId, caseId)
  return caseId
}

function insertStay(db: WriteDb, { ids, random, at }: BenchPatient, patientId: PatientId, caseId: CaseId, unitId: UnitId, openedOn: PlainDate): void {
  const stayId = ids.next('stay')
  const arrived = instantOfLocal(openedOn, '10:30', zone)
  db.run(sql`INSERT INTO stay (id, version, patient_id, case_id, kind, arrived_at, status) VALUES (${stayId}, 1, ${patientId}, ${caseId}, 'hospital', ${arrived}, 'inpatient')`)
  db.run(sql`INSERT INTO stay_status (id, version, stay_id, status, from_at, recorded_at) VALUES (${ids.next('stay-status')}, 1, ${stayId}, 'inpatient', ${arrived}, ${at})`)
  db.run(sql`INSERT INTO stay_location (id, version, stay_id, unit_id, bed, from_at) VALUES (${ids.next('stay-location')}, 1, ${stayId}, ${unitId}, ${`${random.between(1, 40)}A`}, ${arrived})`)
}

function insertOpenTask(db: WriteDb, { ids, random, at, today, nurse }: BenchPatient, patientId: PatientId, caseId: CaseId): void {
  db.run(sql`
    INSERT INTO task (id, version, patient_id, case_id, title, kind, due_on, assigned_to, status, created_at, created_by)
    VALUES (${ids.next('task')}, 1, ${patientId}, ${caseId}, 'Call the agency', ${random.pick(['task', 'call-back'])}, ${plusDays(today, random.between(-2, 5))}, ${nurse}, 'open', ${at}, ${nurse})`)
}

function insertPlan(db: WriteDb, { ids, random, at, nurse, entriesPerClosedCase }: BenchPatient, caseId: CaseId, anchorOn: PlainDate, isOpen: boolean): void {
  const timelineId = ids.next('timeline')
  db.run(sql`
    INSERT INTO timeline (id, version, case_id, template_id, template_label, template_as_of, anchor_kind, anchor_on, placed_at, placed_by)
    VALUES (${timelineId}, 1, ${caseId}, 'hf', 'Heart failure', '2026-11-22', 'admission', ${anchorOn}, ${at}, ${nurse})`)
  const entries = isOpen ? ENTRIES_OF_OPEN_CASE : entriesPerClosedCase
  for (let position = 0; position < entries; position++) {
    const on = plusDays(anchorOn, position * 2 + random.between(0, 1))
    const status = isOpen && position > 1 ? 'open' : 'reached'
    db.run(sql`
      INSERT INTO timeline_entry (id, version, case_id, timeline_id, code, label, kind, domain, anchor_kind, baseline_from, baseline_on, baseline_to, planned_from, planned_on, planned_to, source_id, confidence, status,
        reached_on, reached_by, position)
      VALUES (${ids.next('timeline-entry')}, 1, ${caseId}, ${timelineId}, ${`hf.${position}`}, ${random.pick(steps)}, 'milestone', 'functional', 'admission', ${on}, ${on}, ${plusDays(on, 1)}, ${on}, ${on}, ${plusDays(on, 1)},
        'own', 'unverified', ${status}, ${status === 'reached' ? on : null}, ${status === 'reached' ? nurse : null}, ${position})`)
  }
}
