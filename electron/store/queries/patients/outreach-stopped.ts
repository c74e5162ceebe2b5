import { sql, type SqlQuery } from '../../sql.ts'

/** `isOutreachStopped` for a query over many patients: true where a person has confirmed the death. `patient` is the alias of the table. */
export const outreachStopped = {
  p: sql`(p.deceased = 'yes' AND p.death_confirmed_at IS NOT NULL)`,
  /** Of the patient of a line of `case_summary s`. A line that tells of no death asks no further. */
  ofSummary: sql`(s.deceased = 'yes' AND EXISTS (SELECT 1 FROM patient d WHERE d.id = s.patient_id AND d.death_confirmed_at IS NOT NULL))`,
  /** Of the patient a task is about. */
  ofTask: sql`(t.patient_id IS NOT NULL AND EXISTS (SELECT 1 FROM patient d WHERE d.id = t.patient_id AND d.deceased = 'yes' AND d.death_confirmed_at IS NOT NULL))`,
} as const satisfies Record<string, SqlQuery>
