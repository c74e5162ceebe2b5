import { z } from 'zod'
import { PatientId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'
import type { MakeId } from '../patients/patient-lists.ts'

/** What became of one resource or row: the record, its content's hash as it came in, and the record's version after that; what a sheet last said, where a person may overrule it. */
export const LedgerEntry = z.strictObject({ entity: z.string(), id: z.string(), hash: z.string(), version: z.number().int(), said: z.record(z.string(), z.string()).optional() })
export type LedgerEntry = z.output<typeof LedgerEntry>
export const Ledger = z.record(z.string(), LedgerEntry)
export type Ledger = z.output<typeof Ledger>

const Source = z.object({ id: z.string(), patientId: PatientId, contentHash: z.string(), ledger: z.string().transform(text => Ledger.parse(JSON.parse(text))) })
export type Source = z.output<typeof Source>

/** Where a patient came from, with the ledger of their records; `null` when nothing came from there yet. */
export function findSource(db: ReadDb, system: string, key: string): Source | null {
  const row = db.get(sql`SELECT id, patient_id AS patientId, content_hash AS contentHash, ledger FROM import_source WHERE system = ${system} AND source_key = ${key}`)
  return row === undefined ? null : Source.parse(row)
}

export interface SourceFacts {
  readonly patientId: PatientId
  readonly system: string
  readonly key: string
  readonly contentHash: string
  readonly ledger: Ledger
}

export function saveSource(db: WriteDb, before: Source | null, { patientId, system, key, contentHash, ledger }: SourceFacts, makeId: MakeId): void {
  const text = JSON.stringify(ledger)
  if (before === null) {
    db.run(sql`INSERT INTO import_source (id, version, patient_id, system, source_key, content_hash, ledger) VALUES (${makeId('import_source')}, 1, ${patientId}, ${system}, ${key}, ${contentHash}, ${text})`)
  } else {
    db.run(sql`UPDATE import_source SET version = version + 1, patient_id = ${patientId}, content_hash = ${contentHash}, ledger = ${text} WHERE id = ${before.id}`)
  }
}
