import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Banner } from '../banner.tsx'
import { Day } from '../day.tsx'
import { Facts } from '../facts.tsx'
import { FilterChips } from '../filter-chips.tsx'
import { PageHead } from '../page-head.tsx'
import { Panel } from '../panel.tsx'
import { PlainTable } from '../plain-table.tsx'
import { SplitPane } from '../split-pane.tsx'
import { StatusTag } from '../status-tag.tsx'
import { Stepper } from '../stepper.tsx'
import type { Column, SortLevel } from '../table-types.ts'
import { TabPanel, Tabs } from '../tabs.tsx'
import s from './gallery.module.css'
import { Item, Shelf } from './shelf.tsx'
import { sampleRow, type SampleRow } from './table-rows.ts'

const columns: readonly Column<SampleRow>[] = [
  { id: 'name', header: 'Patient', width: 160, sortable: true, cell: (row) => row.name },
  { id: 'next', header: 'Next milestone', width: 180, cell: (row) => row.next },
  { id: 'due', header: 'Due', width: 100, sortable: true, cell: (row) => <Day value={row.due} format="due" /> },
  { id: 'los', header: 'Days', width: 60, align: 'end', cell: (row) => <span className="num">{row.los.toFixed(1)}</span> },
]
const rows = [1, 2, 3, 4].map(sampleRow)

export function LayoutPage() {
  const [tab, setTab] = useState('plan')
  const [size, setSize] = useState(110)
  const [chips, setChips] = useState<readonly string[]>(['late'])
  const [sort, setSort] = useState<readonly SortLevel[]>([{ columnId: 'due', direction: 'asc' }])
  return (
    <Shelf title="Layout">
      <Item name="Banners" wide bare>
        <Banner tone="demo" title="DEMO – synthetic patients" />
        <Banner tone="info" title="Census as of 07:02." action={<Button size="small">Import now</Button>}>12 moves since yesterday.</Banner>
        <Banner tone="warn" title="The backup is 3 days old." onDismiss={() => undefined}>The folder was not reachable.</Banner>
        <Banner tone="bad" title="The last 4 changes before 16:02 are missing.">Ask an administrator before you go on.</Banner>
        <Banner tone="ok" title="Restored.">All 44 cases verified.</Banner>
      </Item>
      <Item name="Page head and tabs" wide bare>
        <PageHead title="Haddad, Nadia" sub={<span className="num">47 F · MRN 8360556 · 5 North 11B</span>} tags={<StatusTag tone="warn">At risk</StatusTag>} onBack={() => undefined} backLabel="Back to caseload" actions={<><Button size="small">Print timeline</Button><Button size="small" appearance="primary">Add note</Button></>} />
        <Tabs ariaLabel="Case" idBase="case" selected={tab} onSelect={setTab} tabs={[{ id: 'plan', label: 'Recovery' }, { id: 'stay', label: 'Stay' }, { id: 'tasks', label: 'Tasks', count: 3, tone: 'bad' }, { id: 'notes', label: 'Notes', count: 12 }]} />
        <TabPanel idBase="case" id={tab}>
          <Panel title="Stay" sub="Inpatient since Thu 19 Nov" actions={<Button size="small" appearance="subtle">Edit</Button>}>
            <Facts items={[{ label: 'DRG', value: '682 Renal failure w MCC' }, { label: 'Payer', value: 'Aetna HMO' }, { label: 'Expected discharge', value: <Day value="unknown" /> }]} />
          </Panel>
        </TabPanel>
      </Item>
      <Item name="Plain table" bare>
        <PlainTable ariaLabel="Due this week" columns={columns} rows={rows} rowId={(row) => row.id} onOpen={() => undefined} sort={sort} onSort={setSort} foot={['4 patients', '', '', <span key="sum" className="num">21.4</span>]} />
      </Item>
      <Item name="Split pane" bare>
        <div className={s['tall']}>
          <SplitPane ariaLabel="Resize lower pane" orientation="rows" size={size} onSize={setSize} first={<Panel title="Timeline" fill>Above</Panel>} second={<Panel title="Notes" fill>Below</Panel>} />
        </div>
      </Item>
      <Item name="Stepper and chips">
        <Stepper ariaLabel="Set-up" current="people" done={['facility', 'units']} onGo={() => undefined} steps={[{ id: 'facility', label: 'Facility' }, { id: 'units', label: 'Units' }, { id: 'people', label: 'People' }, { id: 'key', label: 'Recovery key' }]} />
        <FilterChips ariaLabel="Show" multiple selected={chips} onSelect={setChips} options={[{ id: 'late', label: 'Late', count: 4, tone: 'bad' }, { id: 'early', label: 'Early', count: 1 }, { id: 'missed', label: 'Missed', count: 0 }]} />
      </Item>
    </Shelf>
  )
}
