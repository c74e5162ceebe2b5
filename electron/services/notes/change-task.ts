import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { Task } from '#shared/contract/notes.ts'
import type { TaskId } from '#shared/model/ids.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { findTask, updateTask, updateTaskStatus } from '#electron/store/queries/notes/tasks.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { requireAbout } from './require-about.ts'
import { taskOwner } from './task-owner.ts'

/** Another title, day or owner of an open task. */
export function editTask({ store, events }: Deps, context: RequestContext, input: Parsed<'notes.editTask'>): Output<'notes.editTask'> {
  const saved = store.write(context, db => {
    const task = requireTask(db, input.taskId, input.expectedVersion)
    requireRemindable(db, task)
    updateTask(db, input.taskId, { title: input.title, dueOn: input.dueOn, dueTime: input.dueTime, assignedTo: taskOwner(input.assignedToId, context.actorId) })
    db.audit({ action: 'task.edited', entity: 'task', entityId: input.taskId, patientId: patientOf(task) })
    return { id: input.taskId, version: task.version + 1 }
  })
  events.changed('tasks')
  return saved
}

/** Done, dropped, or open again, which is the undo of the other two. */
export function setTaskStatus({ store, events }: Deps, context: RequestContext, input: Parsed<'notes.setTaskStatus'>): Output<'notes.setTaskStatus'> {
  const saved = store.write(context, db => {
    const task = requireTask(db, input.taskId, input.expectedVersion)
    if (input.status === 'open') requireRemindable(db, task)
    updateTaskStatus(db, input.taskId, input.status, context.at, context.actorId)
    db.audit({ action: `task.${input.status === 'open' ? 'reopened' : input.status}`, entity: 'task', entityId: input.taskId, patientId: patientOf(task) })
    return { id: input.taskId, version: task.version + 1 }
  })
  events.changed('tasks')
  return saved
}

function requireTask(db: ReadDb, id: TaskId, expectedVersion: number): Task {
  const task = findTask(db, id)
  if (task === null) throw new AppError({ code: 'not-found', message: 'That task is no longer here.' })
  if (task.version !== expectedVersion) throw new AppError({ code: 'conflict', message: 'This task changed since you saw it. The list now shows how it stands.', latestVersion: task.version })
  return task
}

/** Re-dating or reopening a task plans it anew; after a confirmed death it can only be done or dropped. */
function requireRemindable(db: ReadDb, task: Task): void {
  if (task.patientId !== 'none') requireAbout(db, task.patientId, task.caseId, 'outreach')
}

const patientOf = (task: Task) => (task.patientId === 'none' ? null : task.patientId)
