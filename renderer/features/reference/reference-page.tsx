import { Button } from '@fluentui/react-components'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DrgTableSummary } from '#shared/model/drg.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { call } from '#renderer/api/client.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { ImportTableDialog } from './import-table-dialog.tsx'
import s from './reference.module.css'

const tablesQuery = queryOptions({ queryKey: ['reference', 'drg-tables'] as const, queryFn: () => call('reference.drgTables', {}) })

const columns: readonly Column<DrgTableSummary>[] = [
  { id: 'year', header: 'Fiscal year', width: 110, cell: row => <Num>{`FY${row.fiscalYear}`}</Num> },
  { id: 'from', header: 'Discharges from', width: 150, cell: row => <Day value={row.effectiveOn} format="full" /> },
  { id: 'to', header: 'to', width: 150, cell: row => <Day value={row.throughOn} format="full" /> },
  { id: 'rows', header: 'DRGs', width: 80, align: 'end', cell: row => <Num>{row.rowCount}</Num> },
  { id: 'source', header: 'Source', width: 360, cell: row => row.source },
  { id: 'by', header: 'Loaded by', width: 160, cell: row => (row.loadedBy === 'shipped' ? 'Comes with the program' : row.loadedBy) },
]

/** The tables figures come from, by year. */
export function ReferencePage() {
  const tables = useQuery(tablesQuery)
  const [importing, setImporting] = useState(false)
  const may = useMay('reference.manage')
  return (
    <>
      <PageHead title="Reference data" sub="The table of the day of discharge holds, never another year's." actions={may && <Button size="small" appearance="primary" onClick={() => setImporting(true)}>Load a DRG table</Button>} />
      <div className={s['page']}>
        <Panel title="MS-DRG tables" pad={false}><QueryView query={tables}>{rows => <PlainTable ariaLabel="MS-DRG tables" columns={[...columns]} rows={rows} rowId={row => String(row.fiscalYear)} />}</QueryView></Panel>
      </div>
      {importing && <ImportTableDialog onClose={() => setImporting(false)} />}
    </>
  )
}
