import { duplicateReasons, sameName } from '#shared/domain/caseload/duplicates.ts'
import { listName, plainName } from '#shared/domain/caseload/patient-name.ts'
import type { IncomingFields, IncomingPatient } from '#shared/domain/interchange/incoming.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { LikelyDuplicate } from '#shared/model/import.ts'
import type { Patient } from '#shared/model/patient.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { type Source, findSource } from '#electron/store/queries/interchange/sources.ts'
import { currentPatientId, findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { patientsWorthComparing } from '#electron/store/queries/patients/look-alikes.ts'

export interface Match {
  /** Whom the store takes the incoming patient for; null for somebody new. */
  readonly patient: Patient | null
  readonly source: Source | null
  /** Where the ledger is kept; differs from the file's word when its numbering turned out to mean somebody else. */
  readonly system: string
  /** Look-alikes a person should decide about. */
  readonly duplicates: readonly LikelyDuplicate[]
}

/** The source of rows of a sheet: known by the MRN (or name and birth date) they are about. Who was found by it once is found again, even after a person corrected a birth date here. */
export const SHEET = 'sheet'

/** Finds the patient a file means: by where they came from, by being the same person beyond doubt, or by a person's choice. Everything short of that is a likely duplicate. */
export function matchPatient(db: ReadDb, incoming: Pick<IncomingPatient, 'source' | 'fields'>, chosen: PatientId | null): Match {
  const known = bySource(db, incoming)
  if (known !== null && known.patient !== null) return { ...known, duplicates: [] }
  const system = known?.system ?? incoming.source.system
  const source = findSource(db, system, incoming.source.key)
  if (chosen !== null) return { patient: current(db, chosen), source, system, duplicates: [] }
  const alike = lookAlikes(db, incoming.fields)
  const same = alike.filter(each => isSamePerson(each.patient, incoming.fields, incoming.source.system === SHEET))
  const [only] = same
  if (same.length === 1 && only !== undefined) return { patient: only.patient, source, system, duplicates: [] }
  return { patient: null, source, system, duplicates: alike.map(({ patient, reasons }) => glance(patient, reasons)) }
}

function bySource(db: ReadDb, { source: { system, key }, fields }: Pick<IncomingPatient, 'source' | 'fields'>): Omit<Match, 'duplicates'> | null {
  const source = findSource(db, system, key)
  if (source === null) return null
  const patient = current(db, source.patientId)
  if (patient === null || !isSomebodyElse(patient, fields)) return { patient, source, system }
  // Another system counts from one, too: its patient 7 is not ours.
  const own = `${system}#${plainName(fields.familyName)}|${fields.birthDate}`.slice(0, 500)
  const ownSource = findSource(db, own, key)
  return { patient: ownSource === null ? null : current(db, ownSource.patientId), source: ownSource, system: own }
}

function current(db: ReadDb, id: PatientId): Patient | null {
  const now = currentPatientId(db, id)
  return now === null ? null : findPatient(db, now)
}

interface LookAlike {
  readonly patient: Patient
  readonly reasons: LikelyDuplicate['because']
}

function lookAlikes(db: ReadDb, fields: IncomingFields): readonly LookAlike[] {
  return patientsWorthComparing(db, fields).map(id => findPatient(db, id)).filter(patient => patient !== null)
    .map(patient => ({ patient, reasons: [...duplicateReasons(patient, fields)] })).filter(each => each.reasons.length > 0).slice(0, 10)
}

/** The same MRN, the same family name, and the same birth date, or given name where a birth date is not known: MRNs of two hospitals may be alike. On a sheet without MRNs, name and birth date have to do. */
function isSamePerson(patient: Patient, fields: IncomingFields, sheet: boolean): boolean {
  const reasons = duplicateReasons(patient, fields)
  const sameFamily = plainName(patient.familyName) === plainName(fields.familyName)
  const birthUnknown = patient.birthDate === 'unknown' || fields.birthDate === 'unknown'
  const birthAgrees = birthUnknown ? sameName(patient, fields) || fields.givenNames === 'unknown' || patient.givenNames === 'unknown' : patient.birthDate === fields.birthDate
  if (reasons.includes('same-mrn')) return sameFamily && birthAgrees
  return sheet && fields.mrn === 'unknown' && reasons.includes('same-name-and-birth-date')
}

const isSomebodyElse = (patient: Patient, fields: IncomingFields): boolean =>
  plainName(patient.familyName) !== plainName(fields.familyName) && patient.birthDate !== 'unknown' && fields.birthDate !== 'unknown' && patient.birthDate !== fields.birthDate

function glance(patient: Patient, because: LikelyDuplicate['because']): LikelyDuplicate {
  return { patientId: patient.id, name: listName(patient), mrn: patient.mrn, birthDate: patient.birthDate, sex: patient.sex, because }
}
