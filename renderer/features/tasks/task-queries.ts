import { queryOptions } from '@tanstack/react-query'
import type { Task } from '#shared/contract/notes.ts'
import { call } from '#renderer/api/client.ts'
import type { TaskList } from '#renderer/state/route.ts'
import type { PageQuery } from '#renderer/ui/use-row-windows.ts'

type Listed = Pick<TaskList, 'whose' | 'status'>

/** Tasks by whose and status, under the topic `tasks`. */
export const taskQueries = {
  page: ({ whose, status }: Listed) => (offset: number, limit: number) =>
    ({
      queryKey: ['tasks', 'list', whose, status, offset],
      queryFn: async () => {
        const { total, tasks } = await call('notes.tasks', { whose, status, offset, limit })
        return { total, rows: tasks }
      },
    }) satisfies PageQuery<Task>,
  /** How many open tasks the person has, today's or not. */
  mineOpen: queryOptions({ queryKey: ['tasks', 'mine-open'] as const, queryFn: async () => (await call('notes.tasks', { whose: 'mine', status: 'open', offset: 0, limit: 1 })).total }),
}
