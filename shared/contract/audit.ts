import { z } from 'zod'
import { PatientId, PersonId } from '#shared/model/ids.ts'
import { Role } from '#shared/model/role.ts'
import { Count, Day, Moment } from '#shared/model/scalars.ts'
import { query } from './define.ts'

export const AuditColumn = z.literal(['time', 'person', 'action', 'patient'])
export type AuditColumn = z.output<typeof AuditColumn>

/** Days are the facility's; both ends belong to the span. */
export const AuditFilter = z.strictObject({
  personId: PersonId.optional(),
  patientId: PatientId.optional(),
  action: z.string().max(80).optional(),
  from: Day.optional(),
  to: Day.optional(),
})
export type AuditFilter = z.output<typeof AuditFilter>

/** One line of the history: who saw or changed what, of whom, when. Field names, never values. */
export const AuditLine = z.strictObject({
  seq: z.number().int().positive(),
  at: Moment,
  personId: z.union([z.literal('none'), PersonId]),
  personName: z.union([z.literal('none'), z.string()]),
  role: z.union([z.literal('none'), Role]),
  action: z.string(),
  entity: z.string(),
  patientId: z.union([z.literal('none'), PatientId]),
  patientName: z.union([z.literal('none'), z.string()]),
  changedFields: z.array(z.string()),
  detail: z.string(),
})
export type AuditLine = z.output<typeof AuditLine>

export const auditContract = {
  /** Looking at the history is itself an entry of it. */
  'audit.list': query({
    input: z.strictObject({
      filter: AuditFilter,
      sort: z.strictObject({ column: AuditColumn, direction: z.literal(['ascending', 'descending']) }),
      offset: Count,
      limit: z.number().int().min(1).max(200),
    }),
    output: z.strictObject({ rows: z.array(AuditLine), total: Count }),
    permission: 'audit.read',
  }),
  /** The actions that occur, for the filter. */
  'audit.actions': query({ input: z.strictObject({}), output: z.array(z.string()), permission: 'audit.read' }),
} as const
