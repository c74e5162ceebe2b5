import { Button } from '@fluentui/react-components'
import { Add16Regular, Print16Regular } from '@fluentui/react-icons'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { z } from 'zod'
import type { WorklistRow } from '#shared/model/worklist.ts'
import { usePreference } from '#renderer/app/use-preference.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useAppearance } from '#renderer/state/appearance-store.ts'
import { useCaseload } from '#renderer/state/caseload-store.ts'
import { usePrintedList } from '#renderer/state/printed-list-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { ColumnChooser } from '#renderer/ui/column-chooser.tsx'
import { DataTable, type DataTableHandle } from '#renderer/ui/data-table.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { errorShape } from '#renderer/api/client.ts'
import { LoadingSkeleton } from '#renderer/ui/loading-skeleton.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { useRowWindows } from '#renderer/ui/use-row-windows.ts'
import { CaseloadEmpty } from './caseload-empty.tsx'
import { CaseloadToolbar } from './caseload-toolbar.tsx'
import { caseloadQueries } from './caseload-queries.ts'
import { caseloadColumns, hiddenAtFirst } from './columns/columns.ts'
import { ExportMenu } from './export-menu.tsx'
import { toSortLevels } from './sort-levels.ts'
import { useWorklistDefinition, type WorklistChoice } from './use-worklist-definition.ts'
import styles from './caseload-page.module.css'

const Hidden = z.array(z.string())
const Widths = z.record(z.string(), z.number())

/** The caseload: one dense table over every case, narrowed, sorted, opened, printed and exported by keyboard or mouse. */
export function CaseloadPage() {
  const choice = useWorklistDefinition()
  // The list of somebody's default is not asked for, and counted in the history, before the default is known.
  return choice.isLoaded ? <Caseload choice={choice} /> : <LoadingSkeleton kind="page" label="Opening the caseload" />
}

function Caseload({ choice }: { readonly choice: WorklistChoice }) {
  const { definition } = choice
  const shown = useDeferredValue(definition)
  const windows = useRowWindows<WorklistRow>({ queryFor: (offset, limit) => caseloadQueries.page(shown, offset, limit) })
  const [hidden, setHidden] = usePreference('caseload.hidden-columns', Hidden, [...hiddenAtFirst])
  const [widths, setWidths] = usePreference('caseload.column-widths', Widths, {})
  const active = useCaseload(s => s.active)
  const stand = useCaseload(s => s.stand)
  const table = useRef<DataTableHandle>(null)
  const go = useRoute(s => s.go)
  const compact = useAppearance(s => s.appearance.compactRows)
  const columns = useMemo(() => caseloadColumns.filter(column => !hidden.includes(column.id)), [hidden])
  const mayPrint = useMay('records.print')
  const mayAdd = useMay('patients.write')
  const print = usePrintedList(s => s.choose)
  const isThere = !windows.isPending
  // "Back" leads to the row one came from, however far down it is.
  useEffect(() => {
    if (isThere) table.current?.scrollToRow(useCaseload.getState().active)
  }, [isThere])

  return (
    <>
      <PageHead
        title="Caseload"
        sub={windows.isPending ? '' : `${windows.total.toLocaleString('en-US')} ${windows.total === 1 ? 'case' : 'cases'} · this workstation’s cases only`}
        actions={
          <>
            <ColumnChooser columns={caseloadColumns} hidden={hidden} onHidden={setHidden} onReset={() => setHidden([...hiddenAtFirst])} />
            <ExportMenu definition={definition} columns={columns.map(column => column.id)} />
            {mayPrint && (
              <Button size="small" icon={<Print16Regular />} onClick={() => { print(definition); go({ screen: 'print-list' }) }}>Print my list</Button>
            )}
            {mayAdd && <Button size="small" onClick={() => go({ screen: 'duplicates' })}>Likely duplicates</Button>}
            {mayAdd && <Button size="small" appearance="primary" icon={<Add16Regular />} onClick={() => go({ screen: 'patient-new' })}>New patient</Button>}
          </>
        }
      />
      <CaseloadToolbar choice={choice} onLeaveFilter={() => table.current?.focus()} />
      <div className={styles['table']}>
        {windows.query.isError && windows.isPending ? (
          <FailedState title="The caseload could not be read" sentence={errorShape(windows.query.error).message} onRetry={() => void windows.query.refetch()} />
        ) : (
          <DataTable<WorklistRow>
            ref={table}
            ariaLabel="Caseload"
            columns={columns}
            total={windows.total}
            rowAt={windows.rowAt}
            rowId={row => row.caseId}
            onRangeChange={windows.onRangeChange}
            sort={definition.sort}
            onSort={sort => choice.change({ sort: toSortLevels(sort) })}
            activeIndex={active}
            onActive={stand}
            onOpen={row => go({ screen: 'case', caseId: row.caseId })}
            emptyState={windows.isPending ? undefined : <CaseloadEmpty definition={definition} onShowAll={choice.show} />}
            columnWidths={widths}
            onColumnResize={(id, width) => setWidths({ ...widths, [id]: width })}
            onHideColumn={id => setHidden([...hidden, id])}
            compact={compact}
            busy={windows.isPending || windows.isStale}
            resetKey={JSON.stringify(shown)}
            autoFocus
          />
        )}
      </div>
    </>
  )
}
