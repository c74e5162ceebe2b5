import { stayEnds } from '#shared/domain/caseload/stay-order.ts'
import type { IncomingPatient, IncomingRecord, IncomingStay } from '#shared/domain/interchange/incoming.ts'
import { type StayContent, mergeStay } from '#shared/domain/interchange/merge-stay.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { type PatientId, StayId, type UnitId } from '#shared/model/ids.ts'
import type { WriteDb } from '#electron/store/db.ts'
import { refreshSummariesOfPatient } from '#electron/store/queries/caseload/case-summary.ts'
import { refreshPatientSearch } from '#electron/store/queries/caseload/patient-search.ts'
import { updateImportedFields, updateImportedVital } from '#electron/store/queries/interchange/patient-rows.ts'
import { findCoverage, insertRecord, updateRecord } from '#electron/store/queries/interchange/records.ts'
import { type Ledger, type LedgerEntry, saveSource } from '#electron/store/queries/interchange/sources.ts'
import { insertPatient } from '#electron/store/queries/patients/save-patient.ts'
import { findStay } from '#electron/store/queries/stays/find-stay.ts'
import { type StayEnds, insertStay, updateStay } from '#electron/store/queries/stays/save-stay.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { reportDeath } from '../patients/report-death.ts'
import { followingDischarge } from '../recovery/follow-anchors.ts'
import type { PatientComparison } from './compare-patient.ts'

/** What writing needs besides the store: ids, the moment, who imports, and the facility's units by name. */
export interface ApplyTools {
  readonly ids: Deps['ids']
  readonly resources: Deps['resources']
  readonly context: RequestContext
  readonly unitOf: (name: string) => UnitId | 'unknown'
}

/** Writes what the comparison found, inside the caller's transaction, and says whose record it was. Audited with names of fields and counts, never with what they hold. */
export function applyPatient(db: WriteDb, tools: ApplyTools, incoming: IncomingPatient, comparison: PatientComparison): PatientId {
  const { match, merged, vital, records } = comparison
  const { ids, context } = tools
  const isNew = match.patient === null
  const patientId = match.patient?.id ?? ids.next('patient')
  const makeId = ids.next
  if (isNew) insertPatient(db, { id: patientId, fields: { ...merged.fields, coverages: [] }, at: context.at, typedFields: [] }, makeId)
  else if (merged.changed.length > 0) updateImportedFields(db, patientId, merged.fields, merged.changed, context.at, makeId)
  if (vital !== 'keep' && vital.state !== 'unknown') updateImportedVital(db, patientId, vital, context.at)
  const ledger = writeRecords(db, tools, patientId, comparison)
  saveSource(db, match.source, { patientId, system: match.system, key: incoming.source.key, contentHash: incoming.hash, ledger }, makeId)
  if (isNew || merged.changed.length > 0) refreshPatientSearch(db, patientId)
  refreshSummariesOfPatient(db, patientId, context.today)
  const count = (state: string): number => records.filter(each => each.state === state).length
  db.audit({
    action: isNew ? 'patient.imported' : 'patient.import-updated', entity: 'patient', entityId: patientId, patientId, changedFields: isNew ? [] : [...merged.changed, ...(vital === 'keep' ? [] : ['vital'])],
    detail: { recordsNew: count('new'), recordsChanged: count('changed') },
  })
  return patientId
}

/** Stays first: conditions and procedures hang on them. */
function writeRecords(db: WriteDb, tools: ApplyTools, patientId: PatientId, { match, records }: PatientComparison): Ledger {
  const ledger: Record<string, LedgerEntry> = { ...match.source?.ledger }
  const ordered = [...records.filter(({ record }) => record.content.entity === 'stay'), ...records.filter(({ record }) => record.content.entity !== 'stay')]
  for (const { record, state } of ordered) {
    if (state === 'same' || state === 'typed') continue
    const before = ledger[record.key]
    ledger[record.key] = record.content.entity === 'stay' ? writeStay(db, tools, patientId, record, record.content, before) : writeRecord(db, tools, patientId, record, before, ledger)
  }
  return ledger
}

function writeRecord(db: WriteDb, { ids }: ApplyTools, patientId: PatientId, record: IncomingRecord, before: LedgerEntry | undefined, ledger: Ledger): LedgerEntry {
  const { content, hash } = record
  if (content.entity === 'stay') throw new TypeError('A stay has parts of its own.')
  const stayId = 'stayKey' in content ? ledger[content.stayKey]?.id ?? null : null
  const present = before?.id ?? (content.entity === 'coverage' ? findCoverage(db, patientId, content.payerName) : null)
  if (present !== null) {
    updateRecord(db, present, content, stayId)
    return { entity: content.entity, id: present, hash, version: (before?.version ?? 1) + 1 }
  }
  const id = ids.next(content.entity)
  insertRecord(db, id, patientId, content, stayId)
  return { entity: content.entity, id, hash, version: 1 }
}

/** A stay nobody touched since it came in becomes what the source says; one that was worked on is only completed. */
function writeStay(db: WriteDb, tools: ApplyTools, patientId: PatientId, { hash }: IncomingRecord, content: IncomingStay, before: LedgerEntry | undefined): LedgerEntry {
  const { ids, context, unitOf } = tools
  const scribe = { at: context.at, by: context.actorId, makeId: ids.next }
  const incoming: StayContent = { ...content, unitMoves: content.unitMoves.map(move => ({ ...move, unitId: unitOf(move.unitName) })) }
  const known = before === undefined ? null : findStay(db, StayId.parse(before.id))
  if (known === null || before === undefined) {
    const id = ids.next('stay')
    const ends = endsOf(incoming, content.arrivedAt)
    insertStay(db, { id, patientId, caseId: 'none', fields: incoming, ends }, scribe)
    reportDeath(db, context, patientId, { ...incoming, ...ends })
    return { entity: 'stay', id, hash, version: 1 }
  }
  const untouched = known.version === before.version
  const next = untouched ? incoming : mergeStay(known, incoming)
  const ends = endsOf(next, known.arrivedAt)
  followingDischarge(db, tools, context, [known.caseId], () => updateStay(db, known, known.version, { caseId: known.caseId, fields: next, ends }, scribe))
  reportDeath(db, context, known.patientId, { ...next, ...ends })
  // A version no row has: once worked on, a stay is completed for good.
  return { entity: 'stay', id: known.id, hash, version: untouched ? known.version + 1 : 0 }
}

/** Arrival, end and present status of a stay as they follow from its changes; `otherwise` is the arrival of a stay without any. */
export function endsOf({ statusChanges }: StayContent, otherwise: Instant): StayEnds {
  const [first, ...rest] = statusChanges
  return first === undefined ? { arrivedAt: otherwise, endedAt: 'ongoing', status: 'in-care' } : stayEnds([first, ...rest])
}
