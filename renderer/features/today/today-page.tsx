import { Button } from '@fluentui/react-components'
import { Add16Regular, Print16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { taskQueries, TasksList } from '#renderer/features/tasks/index.ts'
import { usePrintedList } from '#renderer/state/printed-list-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Day } from '#renderer/ui/day.tsx'
import { FilterChips } from '#renderer/ui/filter-chips.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { TabPanel, Tabs } from '#renderer/ui/tabs.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { todayQueries, type TodayScope } from './today-queries.ts'
import { TodaySection } from './today-section.tsx'
import styles from './today.module.css'

const ID = 'today'
const scopes: readonly { readonly id: TodayScope; readonly label: string }[] = [{ id: 'mine', label: 'Mine' }, { id: 'my-unit', label: 'My units' }, { id: 'all', label: 'All' }]

/** The home screen: the day in working order, one next action a row; beside it every task, whenever it is due. */
export function TodayPage({ route }: ScreenProps<'today'>) {
  const [scope, setScope] = useState<TodayScope>('mine')
  const { today } = useFacility()
  const replace = useRoute(s => s.replace)
  const mine = useQuery(taskQueries.mineOpen)
  const { tasks } = route
  const tabs = [{ id: 'day', label: 'The day' }, { id: 'tasks', label: 'Tasks', ...(mine.data !== undefined && { count: mine.data }) }]
  return (
    <>
      <PageHead title="Today" sub={<><Day value={today} format="full" /> · this workstation’s cases only</>} actions={tasks === undefined ? <DayActions scope={scope} onScope={setScope} /> : <NewTask />} />
      <Tabs ariaLabel="Today" tabs={tabs} selected={tasks === undefined ? 'day' : 'tasks'} idBase={ID}
        onSelect={id => replace(id === 'tasks' ? { screen: 'today', tasks: { whose: 'mine', status: 'open' } } : { screen: 'today' })} />
      <div className={styles['tab']}>
        <TabPanel idBase={ID} id={tasks === undefined ? 'day' : 'tasks'}>
          {tasks === undefined ? <TheDay scope={scope} /> : <TasksList list={tasks} onList={list => replace({ screen: 'today', tasks: list })} />}
        </TabPanel>
      </div>
    </>
  )
}

function TheDay({ scope }: { readonly scope: TodayScope }) {
  const day = useQuery(todayQueries.day(scope))
  return <div className={styles['day']}><QueryView query={day}>{({ sections }) => sections.map(section => <TodaySection key={section.id} section={section} scope={scope} />)}</QueryView></div>
}

function DayActions({ scope, onScope }: { readonly scope: TodayScope; readonly onScope: (scope: TodayScope) => void }) {
  const go = useRoute(s => s.go)
  const print = usePrintedList(s => s.choose)
  const mayPrint = useMay('records.print')
  return (
    <>
      <FilterChips ariaLabel="Whose day" options={[...scopes]} selected={scope} onSelect={chosen => onScope(scopes.find(each => each.id === chosen)?.id ?? 'mine')} />
      {mayPrint && <Button size="small" icon={<Print16Regular />} onClick={() => { print({ ...wholeCaseload, scope }); go({ screen: 'print-list' }) }}>Print my list</Button>}
    </>
  )
}

function NewTask() {
  const openOverlay = useRoute(s => s.openOverlay)
  const mayWrite = useMay('notes.write')
  return mayWrite && <Button size="small" appearance="primary" icon={<Add16Regular />} title="Alt+T" onClick={() => openOverlay({ overlay: 'task' })}>New task</Button>
}
