import { z } from 'zod'
import { Task } from '#shared/contract/notes.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { unknownToNull } from '#shared/kernel/unknown.ts'
import type { CaseId, PatientId, PersonId, TaskId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql, type SqlQuery } from '../../sql.ts'
import { outreachStopped } from '../patients/outreach-stopped.ts'

const RECENT = 50

export interface TaskFields {
  readonly title: string
  readonly dueOn: PlainDate | 'unknown'
  readonly dueTime: string | 'unknown'
  readonly assignedTo: PersonId | 'nobody'
}

export interface NewTask extends TaskFields {
  readonly id: TaskId
  readonly patientId: PatientId | 'none'
  readonly caseId: CaseId | 'none'
  readonly kind: 'task' | 'call-back'
  readonly at: Instant
  readonly byPersonId: PersonId
}

export function insertTask(db: WriteDb, task: NewTask): void {
  db.run(sql`
    INSERT INTO task (id, version, patient_id, case_id, title, kind, due_on, due_time, assigned_to, status, created_at, created_by)
    VALUES (${task.id}, 1, ${orNull(task.patientId)}, ${orNull(task.caseId)}, ${task.title}, ${task.kind}, ${unknownToNull(task.dueOn)}, ${unknownToNull(task.dueTime)},
      ${task.assignedTo === 'nobody' ? null : task.assignedTo}, 'open', ${task.at}, ${task.byPersonId})`)
}

export function updateTask(db: WriteDb, id: TaskId, fields: TaskFields): void {
  db.run(sql`
    UPDATE task SET title = ${fields.title}, due_on = ${unknownToNull(fields.dueOn)}, due_time = ${unknownToNull(fields.dueTime)},
      assigned_to = ${fields.assignedTo === 'nobody' ? null : fields.assignedTo}, version = version + 1 WHERE id = ${id}`)
}

/** Open again forgets who had done it and when. */
export function updateTaskStatus(db: WriteDb, id: TaskId, status: 'open' | 'done' | 'dropped', at: Instant, byPersonId: PersonId): void {
  const [doneAt, doneBy] = status === 'open' ? [null, null] : [at, byPersonId]
  db.run(sql`UPDATE task SET status = ${status}, done_at = ${doneAt}, done_by = ${doneBy}, version = version + 1 WHERE id = ${id}`)
}

export function findTask(db: ReadDb, id: TaskId): Task | null {
  return tasksWhere(db, sql`t.id = ${id}`, sql`t.id`, 1, 0)[0] ?? null
}

/** Open ones first by due day, then the newest. */
export function tasksOfPatient(db: ReadDb, patientId: PatientId, caseId: CaseId | 'any'): readonly Task[] {
  const where = caseId === 'any' ? sql`t.patient_id = ${patientId}` : sql`t.case_id = ${caseId} AND t.patient_id = ${patientId}`
  return tasksWhere(db, where, sql`t.status = 'open' DESC, t.due_on NULLS LAST, t.created_at DESC`, RECENT, 0)
}

export interface TaskListQuery {
  readonly whose: PersonId | 'nobodys' | 'all'
  readonly status: 'open' | 'done' | 'dropped'
  readonly offset: number
  readonly limit: number
}

/** Tasks by owner and status; open ones about a patient whose death is confirmed are no reminders any more and left out. */
export function listTasks(db: ReadDb, query: TaskListQuery): { readonly total: number; readonly tasks: readonly Task[] } {
  const whose = query.whose === 'all' ? sql`1` : query.whose === 'nobodys' ? sql`t.assigned_to IS NULL` : sql`t.assigned_to = ${query.whose}`
  const where = sql`t.status = ${query.status} AND ${whose} AND NOT (t.status = 'open' AND ${outreachStopped.ofTask})`
  const total = z.object({ total: z.number().int() }).parse(db.get(sql`SELECT count(*) AS total FROM task t WHERE ${where} AND t.removed_at IS NULL`)).total
  return { total, tasks: tasksWhere(db, where, sql`t.due_on NULLS LAST, t.due_time NULLS LAST, t.created_at`, query.limit, query.offset) }
}

/** Open tasks of a person, or of nobody, due on or before a day: the deadlines of Today. Tasks about a patient who died are left out. */
export function dueTasks(db: ReadDb, whose: PersonId | 'all', until: PlainDate, limit: number): { readonly total: number; readonly tasks: readonly Task[] } {
  const owner = whose === 'all' ? sql`1` : sql`(t.assigned_to = ${whose} OR t.assigned_to IS NULL)`
  const where = sql`t.status = 'open' AND t.due_on <= ${until} AND ${owner} AND NOT ${outreachStopped.ofTask}`
  const total = z.object({ total: z.number().int() }).parse(db.get(sql`SELECT count(*) AS total FROM task t WHERE ${where} AND t.removed_at IS NULL`)).total
  return { total, tasks: tasksWhere(db, where, sql`t.due_on, t.due_time NULLS LAST, t.created_at`, limit, 0) }
}

function tasksWhere(db: ReadDb, where: SqlQuery, order: SqlQuery, limit: number, offset: number): readonly Task[] {
  return db
    .all(sql`
      SELECT t.id, t.version, coalesce(t.patient_id, 'none') AS patientId, coalesce(t.case_id, 'none') AS caseId,
        coalesce(p.family_name || coalesce(', ' || p.given_names, ''), 'none') AS patientName, t.title, t.kind, coalesce(t.due_on, 'unknown') AS dueOn, coalesce(t.due_time, 'unknown') AS dueTime,
        coalesce(t.assigned_to, 'nobody') AS assignedToId, coalesce(a.full_name, 'nobody') AS assignedToName, t.status, t.created_at AS createdAt
      FROM task t LEFT JOIN patient p ON p.id = t.patient_id LEFT JOIN person a ON a.id = t.assigned_to
      WHERE ${where} AND t.removed_at IS NULL ORDER BY ${order}, t.id LIMIT ${limit} OFFSET ${offset}`)
    .map(row => Task.parse(row))
}

const orNull = <T extends string>(value: T | 'none'): T | null => (isNone(value) ? null : value)
const isNone = (value: string): value is 'none' => value === 'none'
