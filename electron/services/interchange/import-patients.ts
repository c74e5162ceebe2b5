import { AppError } from '#shared/contract/errors.ts'
import type { IncomingPatient } from '#shared/domain/interchange/incoming.ts'
import { problemSaying } from '#shared/domain/interchange/problem.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { RowChoice } from '#shared/model/import.ts'
import { keepApart } from '#electron/store/queries/patients/look-alikes.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { applyPatient } from './apply-patient.ts'
import { type PatientComparison, comparePatient } from './compare-patient.ts'
import { unitFinder } from './compare-row.ts'
import { unpackPatient } from './parser/packed-patient.ts'
import type { ImportWork } from './import-work.ts'

/** Imports the patients of bundles or tables. True when the person cancelled: what was not reached is accounted for as such. */
export async function importPatients(work: ImportWork): Promise<boolean> {
  const { deps, job, preview, tally } = work
  const unitOf = deps.store.read(unitFinder)
  for (const [index, packed] of preview.patients.entries()) {
    const patient = unpackPatient(packed)
    if (job.cancelled) tally.accounts.wholePatient(patient, 'cancelled')
    else importOne(work, patient, unitOf)
    job.progress(index + 1, preview.patients.length)
    if (!job.cancelled) await pause(work)
  }
  return job.cancelled
}

/** Lets others in; a wish to stop is no error here, because whole patients stay. */
export async function pause({ job }: Pick<ImportWork, 'job'>): Promise<void> {
  try {
    await job.breathe()
  } catch (error) {
    if (!(error instanceof AppError) || error.shape.code !== 'cancelled') throw error
  }
}

function importOne(work: ImportWork, patient: IncomingPatient, unitOf: ReturnType<typeof unitFinder>): void {
  const { deps, context, tally, choiceOf } = work
  const choice = choiceOf(patient.key)
  if (choice?.choice === 'leave-out') return tally.accounts.wholePatient(patient, 'left-out-by-choice')
  const outcome = guarded(work, patient, () => deps.store.write(context, db => {
    const comparison = comparePatient(db, patient, chosenOf(choice))
    // Nothing to write: the same file twice changes nothing, not even the history of the patient.
    if (comparison.state === 'same') return comparison
    const patientId = applyPatient(db, { ids: deps.ids, resources: deps.resources, context, unitOf }, patient, comparison)
    if (choice?.choice === 'apart') keepApartFrom(db, work, patientId, comparison)
    return comparison
  }))
  if (outcome === null) return
  tally.state(outcome.state)
  account(work, patient, outcome)
}

function account({ tally: { accounts } }: ImportWork, patient: IncomingPatient, { state, merged, vital, records }: PatientComparison): void {
  if (state === 'new' || merged.changed.length > 0 || vital !== 'keep') accounts.imported(patient.from)
  else accounts.notUsed(patient.from, 'unchanged')
  for (const { record, state: of } of records) {
    if (of === 'same' || of === 'typed') accounts.notUsed(record.from, of === 'same' ? 'unchanged' : 'typed')
    else accounts.imported(record.from)
  }
  accounts.leftOut(patient.leftOut)
}

export const chosenOf = (choice: RowChoice | null): PatientId | null => (choice?.choice === 'same-as' ? choice.patientId : null)

/** Remembers what the person decided about look-alikes, so that they are not asked again. */
export function keepApartFrom(db: WriteDb, { deps, context }: ImportWork, patientId: PatientId, { match: { duplicates } }: PatientComparison): void {
  for (const duplicate of duplicates) {
    keepApart(db, patientId, duplicate.patientId, context.actorId, context.at, deps.ids.next)
    db.audit({ action: 'patient.kept-apart', entity: 'patient', entityId: duplicate.patientId, patientId: duplicate.patientId })
  }
}

/** One patient whose import fails does not end the import of the others: the transaction is undone and the patient is named to the person. A store that fails ends it. */
export function guarded<T>({ deps, tally }: ImportWork, patient: IncomingPatient, write: () => T): T | null {
  try {
    return write()
  } catch (error) {
    if (error instanceof StoreError || error instanceof AppError) throw error
    deps.log.error('import.patient-failed', { name: error instanceof Error ? error.name : 'unknown' })
    tally.crashed += 1
    tally.accounts.wholePatient(patient, 'not-imported')
    tally.problem(problemSaying(patient.file, patient.place, 'the import of this patient failed and was undone as a whole.'))
    return null
  }
}
