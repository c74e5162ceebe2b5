import { listName } from '#shared/domain/caseload/patient-name.ts'
import { placeText } from '#shared/domain/interchange/census/compare-stay.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import type { PreviewRow } from '#shared/model/import.ts'
import { Sex } from '#shared/model/patient.ts'
import { Day } from '#shared/model/scalars.ts'
import type { OccupiedBed } from '#electron/store/queries/interchange/census.ts'

/** Somebody who lies in a bed as far as the workstation knows and is not on the census, as the preview shows them. */
export function goneRow(bed: OccupiedBed, file: string): PreviewRow {
  const birth = Day.safeParse(bed.birthDate)
  return {
    key: `gone-${bed.stayId}`, file, place: 'not on the census', name: listName({ familyName: bed.familyName, givenNames: nullToUnknown(bed.givenNames) }), mrn: nullToUnknown(bed.mrn),
    birthDate: birth.success ? birth.data : 'unknown', sex: Sex.catch('unknown').parse(bed.sex), state: 'gone', matched: bed.patientId, duplicates: [],
    location: placeText({ unitName: nullToUnknown(bed.unitName), room: nullToUnknown(bed.room), bed: nullToUnknown(bed.bed) }), status: 'unknown', died: 'no', counts: [], notUsed: [], changes: [],
    problems: [], newAdmit: false,
  }
}
