import type { IncomingPatient, IncomingRecord } from '#shared/domain/interchange/incoming.ts'
import { type MergedFields, fieldLabels, mergeFields, mergeVital } from '#shared/domain/interchange/merge-fields.ts'
import type { PatientId } from '#shared/model/ids.ts'
import type { Vital } from '#shared/model/patient.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { typedFieldsOf } from '#electron/store/queries/patients/save-patient.ts'
import { presentCoverages } from '#electron/store/queries/patients/present-coverage.ts'
import { alike } from '#shared/domain/interchange/alike.ts'
import { type Match, SHEET, matchPatient } from './match-patient.ts'

export interface ComparedRecord {
  readonly record: IncomingRecord
  readonly state: 'new' | 'changed' | 'same' | 'typed'
}

export interface PatientComparison {
  readonly state: 'new' | 'changed' | 'same'
  readonly match: Match
  readonly merged: MergedFields
  readonly vital: Vital | 'keep'
  readonly records: readonly ComparedRecord[]
}

/** What importing a patient would do to the store. Changes nothing; the import asks it again inside its transaction, because the store may have moved on. */
export function comparePatient(db: ReadDb, incoming: IncomingPatient, chosen: PatientId | null): PatientComparison {
  const match = matchPatient(db, incoming, chosen)
  const { patient, source } = match
  if (patient === null) {
    return { state: 'new', match, merged: { fields: incoming.fields, changed: [], changes: [] }, vital: incoming.vital, records: incoming.records.map(record => ({ record, state: 'new' })) }
  }
  if (source?.contentHash === incoming.hash && source.patientId === patient.id) return unchanged(match, incoming)
  const typed = typedFieldsOf(db, patient.id)
  const fields = mergeFields(patient, typed, incoming.fields, incoming.source.system === SHEET ? 'fill' : 'replace')
  const vital = mergeVital(patient.vital, typed, incoming.vital)
  const merged = { ...fields, changes: [...fields.changes, ...vitalChange(patient.vital, incoming.vital, vital === 'keep')] }
  const ledger = source?.ledger ?? {}
  const records = incoming.records.map((record): ComparedRecord => {
    const before = ledger[record.key]
    if (record.content.entity === 'coverage' && typed.includes('coverages')) return { record, state: 'typed' }
    if (before?.hash === record.hash) return { record, state: isPayerAgain(db, patient.id, record) ? 'changed' : 'same' }
    return { record, state: before === undefined ? 'new' : 'changed' }
  })
  const changes = merged.changed.length > 0 || vital !== 'keep' || records.some(({ state }) => state === 'new' || state === 'changed')
  return { state: changes ? 'changed' : 'same', match, merged, vital, records }
}

/** A death a source tells of is shown, also where it stays out because a person has spoken. */
function vitalChange(known: Vital, incoming: Vital, kept: boolean): MergedFields['changes'] {
  if (incoming.state !== 'died' || known.state === 'died') return []
  return [{ field: fieldLabels.vital, from: known.state, to: incoming.on === 'unknown' ? 'day unknown' : incoming.on, kept }]
}

/** A sheet names a payer it has named before, while another one has been taken for the present one since: seen again, it comes first again. */
function isPayerAgain(db: ReadDb, patientId: PatientId, { content }: IncomingRecord): boolean {
  if (content.entity !== 'coverage' || content.lastSeenOn === 'unknown') return false
  const [first] = presentCoverages(db, patientId, content.lastSeenOn)
  return first !== undefined && !alike(first.payerName, content.payerName) && (first.lastSeenOn === null || first.lastSeenOn < content.lastSeenOn)
}

function unchanged(match: Match, incoming: IncomingPatient): PatientComparison {
  return { state: 'same', match, merged: { fields: incoming.fields, changed: [], changes: [] }, vital: 'keep', records: incoming.records.map(record => ({ record, state: 'same' })) }
}
