import { Button } from '@fluentui/react-components'
import { ArrowClockwise16Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AuditColumn, AuditLine } from '#shared/contract/audit.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { DataTable } from '#renderer/ui/data-table.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useErrorCopy } from '#renderer/ui/error-copy.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import type { SortLevel } from '#renderer/ui/table-types.ts'
import { useRowWindows } from '#renderer/ui/use-row-windows.ts'
import { auditColumns } from './audit-columns.tsx'
import { AuditFilters, type Chosen } from './audit-filters.tsx'
import { auditQueries, type AuditSort } from './audit-queries.ts'

const newestFirst: AuditSort = { column: 'time', direction: 'descending' }

/** Who saw and changed what, of whom, when. For the privacy officer; looking here is noted too. */
export function AuditPage({ route }: ScreenProps<'audit'>) {
  const [chosen, setChosen] = useState<Chosen>({ filter: route.patientId === undefined ? {} : { patientId: route.patientId }, patientName: route.patientId === undefined ? '' : 'The chosen patient' })
  const [sort, setSort] = useState<AuditSort>(newestFirst)
  const [active, setActive] = useState(0)
  const [asked, setAsked] = useState(0)
  const copy = useErrorCopy()
  const windows = useRowWindows<AuditLine>({ queryFor: auditQueries.page(chosen.filter, sort, asked) })
  return (
    <>
      <PageHead
        title="History"
        sub={windows.isPending ? undefined : `${windows.total.toLocaleString('en-US')} entries; nobody can alter them`}
        actions={<Button size="small" icon={<ArrowClockwise16Regular />} onClick={() => setAsked(asked + 1)}>Newest entries</Button>}
      />
      <AuditFilters chosen={chosen} onChange={next => { setChosen(next); setActive(0) }} />
      {windows.query.isError ? (
        <FailedState {...copy(windows.query.error)} onRetry={() => void windows.query.refetch()} />
      ) : windows.isPending ? (
        <LoadingSkeleton label="Reading the history" />
      ) : (
        <DataTable<AuditLine>
          ariaLabel="History"
          columns={auditColumns}
          total={windows.total}
          rowAt={windows.rowAt}
          rowId={line => String(line.seq)}
          onRangeChange={windows.onRangeChange}
          sort={[{ columnId: sort.column, direction: sort.direction === 'descending' ? 'desc' : 'asc' }]}
          onSort={levels => { setSort(sortOf(levels)); setActive(0) }}
          activeIndex={active}
          onActive={setActive}
          busy={windows.isStale}
          resetKey={JSON.stringify([chosen.filter, sort, asked])}
          emptyState={<EmptyState title="Nothing in the history fits">Clear a filter or choose more days.</EmptyState>}
        />
      )}
    </>
  )
}

const columns: readonly AuditColumn[] = ['time', 'person', 'action', 'patient']

function sortOf(levels: readonly SortLevel[]): AuditSort {
  const [level] = levels
  const column = columns.find(name => name === level?.columnId)
  return level === undefined || column === undefined ? newestFirst : { column, direction: level.direction === 'desc' ? 'descending' : 'ascending' }
}
