import { z } from 'zod'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { PayerKind } from '#shared/model/patient.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const Row = z.object({ id: z.string(), payerName: z.string(), payerKind: PayerKind, startsOn: z.string().nullable(), lastSeenOn: z.string().nullable(), typed: z.number() })
export type PresentCoverage = z.output<typeof Row>

/**
 * Who pays as of `today`, the first payer first: what has not ended, in the order a person typed, else what a source saw last.
 *
 * Claims name payers without an end, so that the one of ten years ago still stands there: only the one seen last is taken from them; a payer whose term a source
 * or a person states is kept beside it.
 */
export function presentCoverages(db: ReadDb, patientId: PatientId, today: PlainDate): readonly PresentCoverage[] {
  const rows = db.all(sql`
    SELECT v.id, v.payer_name AS payerName, v.payer_kind AS payerKind, v.starts_on AS startsOn, v.last_seen_on AS lastSeenOn, t.typed
    FROM (SELECT EXISTS (SELECT 1 FROM patient p, json_each(p.typed_fields) f WHERE p.id = ${patientId} AND f.value = 'coverages') AS typed) t
      JOIN coverage v ON v.patient_id = ${patientId} AND v.removed_at IS NULL AND (v.ends_on IS NULL OR v.ends_on >= ${today})
    ORDER BY CASE WHEN t.typed THEN v.position END, v.last_seen_on DESC NULLS LAST, v.starts_on DESC NULLS LAST, v.position, v.id DESC`).map(row => Row.parse(row))
  return rows.filter((row, index) => index === 0 || row.typed === 1 || row.startsOn !== null)
}
