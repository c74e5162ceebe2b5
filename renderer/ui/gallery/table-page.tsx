import { Button } from '@fluentui/react-components'
import { ArrowDownload16Regular, Print16Regular } from '@fluentui/react-icons'
import { useCallback, useState } from 'react'
import { ColumnChooser } from '../column-chooser.tsx'
import { DataTable } from '../data-table.tsx'
import { Day } from '../day.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { LosBar } from '../los-bar.tsx'
import { PageHead } from '../page-head.tsx'
import { SearchBox } from '../search-box.tsx'
import { StatusTag } from '../status-tag.tsx'
import type { Column, ColumnWidths, SortLevel } from '../table-types.ts'
import { Toolbar } from '../toolbar.tsx'
import { useRowWindows } from '../use-row-windows.ts'
import { Variance } from '../variance.tsx'
import s from './gallery.module.css'
import { sampleRow, type SampleRow } from './table-rows.ts'

const columns: readonly Column<SampleRow>[] = [
  { id: 'status', header: 'Status', width: 96, sortable: true, grow: 0, cell: (row) => <StatusTag tone={row.status[0]} quiet>{row.status[1]}</StatusTag> },
  { id: 'patient', header: 'Patient', width: 176, sortable: true, pinned: true, hideable: false, cell: (row) => <span className={s['pt']}><b>{row.name}</b><small className="num">{row.who}</small></span> },
  { id: 'mrn', header: 'MRN', width: 88, sortable: true, grow: 0, cell: (row) => <span className="num">{row.mrn}</span> },
  { id: 'bed', header: 'Unit · bed', width: 112, sortable: true, cell: (row) => <span className="num">{row.bed}</span> },
  { id: 'drg', header: 'DRG', width: 200, sortable: true, cell: (row) => <><b className="num">{row.drg}</b> {row.drgTitle}</> },
  { id: 'los', header: 'LOS / GMLOS', width: 148, sortable: true, grow: 0, cell: (row) => <LosBar day={row.los} expected={row.expected} /> },
  { id: 'variance', header: 'Variance', width: 82, sortable: true, align: 'end', grow: 0, firstDirection: 'desc', cell: (row) => <Variance days={row.los - row.expected} digits={1} /> },
  { id: 'next', header: 'Next milestone', width: 216, sortable: true, cell: (row) => <span className={s['next']}><span>{row.next}</span><small><Day value={row.due} format="due" /></small></span> },
  { id: 'auth', header: 'Payer authorization', width: 190, sortable: true, cell: (row) => <span className={s['auth']}><StatusTag tone={row.auth[0]} quiet>{row.auth[1]}</StatusTag><small>{row.payer}</small></span> },
  { id: 'manager', header: 'Manager', width: 104, sortable: true, cell: (row) => row.manager },
]

const asked = new URLSearchParams(location.search)
const delay = Number(asked.get('delay') ?? 0)
const rowCount = Number(asked.get('rows') ?? 10_000)

export function TablePage() {
  const [filter, setFilter] = useState('')
  const [chip, setChip] = useState('all')
  const [sort, setSort] = useState<readonly SortLevel[]>([{ columnId: 'next', direction: 'asc' }, { columnId: 'patient', direction: 'asc' }])
  const [active, setActive] = useState(0)
  const [widths, setWidths] = useState<ColumnWidths>({})
  const [hidden, setHidden] = useState<readonly string[]>([])
  const [opened, setOpened] = useState('')
  const total = filter === '' ? rowCount : Math.max(0, rowCount - filter.length * 3_000)
  const queryFor = useCallback(
    (offset: number, limit: number) => ({ queryKey: ['sample', filter, sort, offset, limit], queryFn: () => page(offset, limit, total), staleTime: Infinity }),
    [filter, sort, total],
  )
  const windows = useRowWindows<SampleRow>({ queryFor })
  return (
    <main className={s['tablePage']}>
      <PageHead title="Caseload" sub="Census as of 07:02 · 5 North, 4 West" actions={<><Button size="small" icon={<Print16Regular />}>Print my list</Button><Button size="small" icon={<ArrowDownload16Regular />}>Export</Button><Button size="small" appearance="primary">Add patient</Button></>} />
      <Toolbar ariaLabel="Filters" end={<output className="num">{windows.total.toLocaleString('en-US')} of {rowCount.toLocaleString('en-US')}{opened && ` · opened ${opened}`}</output>}>
        <SearchBox label="Filter caseload" placeholder="Filter by name, MRN, DRG, payer" shortcut="Ctrl+F" value={filter} onChange={setFilter} />
        <FilterChips ariaLabel="Status" selected={chip} onSelect={setChip} options={[{ id: 'all', label: 'Mine', count: 24 }, { id: 'delayed', label: 'Delayed', count: 3, tone: 'bad' }, { id: 'risk', label: 'At risk', count: 7, tone: 'warn' }, { id: 'ready', label: 'Ready', count: 2 }]} />
        <ColumnChooser columns={columns} hidden={hidden} onHidden={setHidden} onReset={() => setHidden([])} />
      </Toolbar>
      <div className={s['tableWrap']}>
        <DataTable
          ariaLabel="Caseload" columns={columns} total={windows.total} rowAt={windows.rowAt} rowId={(row) => row.id} onRangeChange={windows.onRangeChange} busy={windows.isPending || windows.isStale}
          sort={sort} onSort={setSort} activeIndex={active} onActive={setActive} onOpen={(row) => setOpened(row.name)} columnWidths={widths} onColumnResize={(id, width) => setWidths({ ...widths, [id]: width })}
          hiddenColumns={hidden} onHideColumn={(id) => setHidden([...hidden, id])} compact={asked.get('compact') === 'yes'} autoFocus resetKey={`${filter}${JSON.stringify(sort)}`}
          emptyState={<EmptyState title="No case matches">Clear the filter to see the whole caseload.</EmptyState>}
        />
      </div>
    </main>
  )
}

async function page(offset: number, limit: number, total: number) {
  if (delay > 0) await new Promise((done) => setTimeout(done, delay))
  return { rows: Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, at) => sampleRow(offset + at)), total }
}
