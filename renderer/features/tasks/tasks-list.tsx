import { useState } from 'react'
import type { Task } from '#shared/contract/notes.ts'
import { errorShape } from '#renderer/api/client.ts'
import { useAppearance } from '#renderer/state/appearance-store.ts'
import type { TaskList } from '#renderer/state/route.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { FilterChips } from '#renderer/ui/filter-chips.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import { useRowWindows } from '#renderer/ui/use-row-windows.ts'
import { taskColumns } from './task-columns.tsx'
import { TaskDialog } from './task-dialog.tsx'
import { taskQueries } from './task-queries.ts'
import s from './tasks.module.css'

interface TasksListProps {
  readonly list: TaskList
  readonly onList: (list: TaskList) => void
}

const whose: readonly { readonly id: TaskList['whose']; readonly label: string }[] = [{ id: 'mine', label: 'Mine' }, { id: 'nobodys', label: 'Whoever is free' }, { id: 'all', label: 'Everybody’s' }]
const statuses: readonly { readonly id: TaskList['status']; readonly label: string }[] = [{ id: 'open', label: 'Open' }, { id: 'done', label: 'Done' }, { id: 'dropped', label: 'Dropped' }]

/** Every task, whenever it is due and whomever it is about; Enter opens one to correct, finish or drop it. */
export function TasksList({ list, onList }: TasksListProps) {
  const windows = useRowWindows<Task>({ queryFor: taskQueries.page(list) })
  const [active, setActive] = useState(0)
  const compact = useAppearance(state => state.appearance.compactRows)
  const show = (change: Partial<Pick<TaskList, 'whose' | 'status'>>) => {
    setActive(0)
    onList({ whose: list.whose, status: list.status, ...change })
  }
  const close = () => onList({ whose: list.whose, status: list.status })
  const opened = list.opened === undefined ? undefined : rowsOf(windows).find(task => task.id === list.opened)
  return (
    <>
      <div className={s['tools']}>
        <Toolbar ariaLabel="Which tasks">
          <FilterChips ariaLabel="Whose tasks" options={[...whose]} selected={list.whose} onSelect={id => show({ whose: whose.find(each => each.id === id)?.id ?? 'mine' })} />
          <FilterChips ariaLabel="How they stand" options={[...statuses]} selected={list.status} onSelect={id => show({ status: statuses.find(each => each.id === id)?.id ?? 'open' })} />
        </Toolbar>
      </div>
      <div className={s['table']}>
        {windows.query.isError && windows.isPending ? (
          <FailedState title="The tasks could not be read" sentence={errorShape(windows.query.error).message} onRetry={() => void windows.query.refetch()} />
        ) : (
          <DataTable<Task>
            ariaLabel="Tasks" columns={taskColumns} total={windows.total} rowAt={windows.rowAt} rowId={task => task.id} onRangeChange={windows.onRangeChange}
            activeIndex={active} onActive={setActive} onOpen={task => onList({ ...list, opened: task.id })} compact={compact} busy={windows.isPending || windows.isStale} resetKey={`${list.whose} ${list.status}`}
            emptyState={windows.isPending ? undefined : <EmptyState title="No task here">Alt+T writes one from anywhere.</EmptyState>}
          />
        )}
      </div>
      {opened !== undefined && <TaskDialog key={opened.id} task={opened} list={list} onClose={close} />}
    </>
  )
}

/** The rows that have been fetched. */
const rowsOf = ({ total, rowAt }: { readonly total: number; readonly rowAt: (index: number) => Task | undefined }): readonly Task[] =>
  Array.from({ length: total }, (_, at) => rowAt(at)).filter(task => task !== undefined)
