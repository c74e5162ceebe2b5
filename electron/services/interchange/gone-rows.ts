import { listName } from '#shared/domain/caseload/patient-name.ts'
import { alike } from '#shared/domain/interchange/alike.ts'
import { placeText } from '#shared/domain/interchange/census/compare-stay.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { PreviewRow } from '#shared/model/import.ts'
import { Sex } from '#shared/model/patient.ts'
import { Day } from '#shared/model/scalars.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { type OccupiedBed, occupiedBeds } from '#electron/store/queries/interchange/census.ts'

/**
 * Who lies in a bed as far as the workstation knows and is not on the census.
 *
 * Only units the census speaks of count: the list of one ward says nothing about another. A census without units speaks of every bed.
 */
export function missingFrom(db: ReadDb, present: ReadonlySet<PatientId>, unitNames: readonly string[], asOf: Instant): readonly OccupiedBed[] {
  const speaksOf = (bed: OccupiedBed): boolean => unitNames.length === 0 || (bed.unitName !== null && unitNames.some(name => alike(name, bed.unitName ?? '')))
  return occupiedBeds(db, asOf).filter(bed => !present.has(bed.patientId) && speaksOf(bed))
}

export function goneRow(bed: OccupiedBed, file: string): PreviewRow {
  const birth = Day.safeParse(bed.birthDate)
  return {
    key: `gone-${bed.stayId}`, file, place: 'not on the census', name: listName({ familyName: bed.familyName, givenNames: nullToUnknown(bed.givenNames) }), mrn: nullToUnknown(bed.mrn),
    birthDate: birth.success ? birth.data : 'unknown', sex: Sex.catch('unknown').parse(bed.sex), state: 'gone', matched: bed.patientId, duplicates: [],
    location: placeText({ unitName: nullToUnknown(bed.unitName), room: nullToUnknown(bed.room), bed: nullToUnknown(bed.bed) }), status: 'unknown', died: 'no', counts: [], notUsed: [], changes: [],
    problems: [], newAdmit: false,
  }
}
