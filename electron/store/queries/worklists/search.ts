import { z } from 'zod'
import { NoteHit, type PatientHit } from '#shared/contract/search.ts'
import { nullToUnknown } from '#shared/kernel/unknown.ts'
import { CaseStatus, Sensitivity } from '#shared/model/case.ts'
import { CaseId, PatientId } from '#shared/model/ids.ts'
import { Day } from '#shared/model/scalars.ts'
import { likePattern, quoteTerms } from '../../fts.ts'
import type { ReadDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { termsOf } from './list-filter.ts'

const PATIENTS = 20
const NOTES = 50
const BY_CASE = 5
/** Letters below which a part of a word says too little: the trigram index cannot answer, a prefix would match everything. */
const SHORTEST_PART = 3

const FoundNote = NoteHit.omit({ on: true })
export type FoundNote = z.output<typeof FoundNote>
const PatientRow = z.object({ patientId: PatientId, name: z.string(), mrn: z.string().nullable(), birthDate: Day.nullable(), deceased: z.string() })
const CaseRow = z.object({ patientId: PatientId, caseId: CaseId, status: CaseStatus, reason: z.string(), sensitivity: Sensitivity, unitName: z.string().nullable() })

/**
 * Patients whose words begin with every term; when nobody does, those whose words contain them (the last digits of an MRN). Behind them a few whose
 * open case speaks of all terms: its reason, unit, bed, DRG or payer; the reason of a sensitive case is not among these words.
 */
export function searchPatients(db: ReadDb, text: string, birthDates: readonly string[]): readonly PatientHit[] {
  const byBirth = birthDates.length === 0 ? [] : patientsBornOn(db, birthDates)
  const byWords = matching(db, quoteTerms(text, { prefix: true }), sql`patient_fts`)
  const found = byWords.length > 0 || text.trim().length < SHORTEST_PART ? byWords : matching(db, quoteTerms(text, { prefix: false }), sql`patient_trigram`)
  const byCase = text.trim().length < SHORTEST_PART ? [] : patientsWithCase(db, text)
  const unique = [...new Map([...byBirth, ...found, ...byCase].map(row => [row.patientId, row])).values()].slice(0, PATIENTS)
  const cases = casesOf(db, unique.map(row => row.patientId))
  return unique.map(row => ({
    patientId: row.patientId, name: row.name, mrn: nullToUnknown(row.mrn), birthDate: nullToUnknown(row.birthDate), died: row.deceased === 'yes', cases: cases.get(row.patientId) ?? [],
  }))
}

/** Words in notes, newest first; the last word may be cut short once it has three letters (a shorter beginning matches half of all notes). Notes of sensitive cases are not found. */
export function searchNotes(db: ReadDb, text: string): readonly FoundNote[] {
  const match = quoteTerms(text, { prefix: lastWordLength(text) >= SHORTEST_PART })
  if (match === null) return []
  return db
    .all(sql`
      SELECT n.id AS noteId, n.patient_id AS patientId, coalesce(n.case_id, 'none') AS caseId, p.family_name || coalesce(', ' || p.given_names, '') AS patientName, n.at,
        snippet(note_fts, 0, '', '', '…', 18) AS excerpt
      FROM note_fts JOIN note n ON n.rowid = note_fts.rowid JOIN patient p ON p.id = n.patient_id
      WHERE note_fts MATCH ${`{text} : (${match})`} AND n.removed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.id = n.case_id AND c.sensitivity <> 'none')
      ORDER BY note_fts.rowid DESC LIMIT ${NOTES}`)
    .map(row => FoundNote.parse(row))
}

const lastWordLength = (text: string): number => text.trim().split(/\s+/).at(-1)?.length ?? 0

function matching(db: ReadDb, match: string | null, index: SqlQuery): readonly z.output<typeof PatientRow>[] {
  if (match === null) return []
  return db
    .all(sql`
      SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS name, p.mrn, p.birth_date AS birthDate, p.deceased
      FROM patient p WHERE p.rowid IN (SELECT rowid FROM ${index} WHERE words MATCH ${match} LIMIT 200) AND p.removed_at IS NULL AND p.merged_into IS NULL
      ORDER BY p.sort_name, p.id LIMIT ${PATIENTS}`)
    .map(row => PatientRow.parse(row))
}

function patientsWithCase(db: ReadDb, text: string): readonly z.output<typeof PatientRow>[] {
  const speaks = termsOf(text).map(term => sql`s.haystack LIKE ${likePattern(term)} ESCAPE '\\'`)
  return db
    .all(sql`
      SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS name, p.mrn, p.birth_date AS birthDate, p.deceased
      FROM case_summary s JOIN patient p ON p.id = s.patient_id
      WHERE s.status IN ('open', 'on-hold') AND ${sql.join(speaks, sql` AND `)} AND p.removed_at IS NULL AND p.merged_into IS NULL
      ORDER BY s.sort_name, s.case_id LIMIT ${BY_CASE}`)
    .map(row => PatientRow.parse(row))
}

function patientsBornOn(db: ReadDb, days: readonly string[]): readonly z.output<typeof PatientRow>[] {
  return db
    .all(sql`
      SELECT p.id AS patientId, p.family_name || coalesce(', ' || p.given_names, '') AS name, p.mrn, p.birth_date AS birthDate, p.deceased
      FROM patient p WHERE p.birth_date IN (${sql.join(days.map(day => sql`${day}`), sql`, `)}) AND p.removed_at IS NULL AND p.merged_into IS NULL ORDER BY p.sort_name, p.id LIMIT ${PATIENTS}`)
    .map(row => PatientRow.parse(row))
}

function casesOf(db: ReadDb, patientIds: readonly PatientId[]): ReadonlyMap<PatientId, PatientHit['cases']> {
  const byPatient = new Map<PatientId, PatientHit['cases']>()
  if (patientIds.length === 0) return byPatient
  const rows = db.all(sql`
    SELECT s.patient_id AS patientId, s.case_id AS caseId, s.status, s.reason, s.sensitivity, s.unit_name AS unitName
    FROM case_summary s WHERE s.patient_id IN (${sql.join(patientIds.map(id => sql`${id}`), sql`, `)}) ORDER BY s.status = 'closed', s.opened_on DESC, s.case_id`)
  for (const raw of rows) {
    const row = CaseRow.parse(raw)
    const hit = { caseId: row.caseId, status: row.status, reason: row.sensitivity === 'none' ? row.reason : 'hidden' as const, unitName: nullToUnknown(row.unitName) }
    byPatient.set(row.patientId, [...(byPatient.get(row.patientId) ?? []), hit])
  }
  return byPatient
}
