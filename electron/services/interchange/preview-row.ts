import { listName } from '#shared/domain/caseload/patient-name.ts'
import { recordWords } from '#shared/domain/interchange/accounts.ts'
import type { IncomingPatient } from '#shared/domain/interchange/incoming.ts'
import { type KindCount, type PreviewRow } from '#shared/model/import.ts'
import type { ComparedRecord, PatientComparison } from './compare-patient.ts'

/** One patient of a bundle or of tables, as the preview shows them. */
export function patientRow(incoming: IncomingPatient, comparison: PatientComparison): PreviewRow {
  const { fields, vital } = incoming
  return {
    key: incoming.key, file: incoming.file, place: incoming.place, name: listName(fields), mrn: fields.mrn, birthDate: fields.birthDate, sex: fields.sex,
    state: comparison.state, matched: comparison.match.patient?.id ?? 'none', duplicates: [...comparison.match.duplicates],
    location: 'unknown', status: 'unknown', died: vital.state !== 'died' ? 'no' : vital.on === 'unknown' ? 'day-unknown' : vital.on,
    counts: countsOf(comparison.records), notUsed: incoming.leftOut, changes: [...comparison.merged.changes], problems: incoming.problems, newAdmit: false,
  }
}

function countsOf(records: readonly ComparedRecord[]): KindCount[] {
  const counts = new Map<string, { what: string; new: number; changed: number; same: number }>()
  for (const { record, state } of records) {
    const what = recordWords[record.content.entity]
    const count = counts.get(what) ?? { what, new: 0, changed: 0, same: 0 }
    count[state === 'typed' ? 'same' : state] += 1
    counts.set(what, count)
  }
  return [...counts.values()]
}
