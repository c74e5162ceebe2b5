import type { Task } from '#shared/contract/notes.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Num } from '#renderer/ui/num.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'

/** What is to be done, by when, about whom, by whom. */
export const taskColumns: readonly Column<Task>[] = [
  { id: 'title', header: 'Task', width: 320, grow: 3, pinned: true, cell: task => (task.kind === 'call-back' ? `Call back: ${task.title}` : task.title) },
  { id: 'due', header: 'Due', width: 130, grow: 0, cell: task => (task.dueOn === 'unknown' ? <Unknown word="No due day" /> : <><Day value={task.dueOn} format={task.status === 'open' ? 'due' : 'short'} />{task.dueTime !== 'unknown' && <> <Num>{task.dueTime}</Num></>}</>) },
  { id: 'patient', header: 'About', width: 200, cell: task => (task.patientName === 'none' ? 'No patient' : task.patientName) },
  { id: 'for', header: 'For', width: 160, cell: task => (task.assignedToName === 'nobody' ? 'Whoever is free' : task.assignedToName) },
  { id: 'written', header: 'Written', width: 150, grow: 0, cell: task => <Moment at={task.createdAt} /> },
]
