import { Button } from '@fluentui/react-components'
import { Print16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { usePrintedList } from '#renderer/state/printed-list-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Day } from '#renderer/ui/day.tsx'
import { FilterChips } from '#renderer/ui/filter-chips.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { todayQueries, type TodayScope } from './today-queries.ts'
import { TodaySection } from './today-section.tsx'
import styles from './today.module.css'

const scopes: readonly { readonly id: TodayScope; readonly label: string }[] = [{ id: 'mine', label: 'Mine' }, { id: 'my-unit', label: 'My units' }, { id: 'all', label: 'All' }]

/** The home screen: the day in working order, one next action a row. */
export function TodayPage() {
  const [scope, setScope] = useState<TodayScope>('mine')
  const day = useQuery(todayQueries.day(scope))
  const go = useRoute(s => s.go)
  const print = usePrintedList(s => s.choose)
  const mayPrint = useMay('records.print')
  return (
    <>
      <PageHead
        title="Today"
        sub={day.data === undefined ? '' : <Day value={day.data.today} format="full" />}
        actions={
          <>
            <FilterChips ariaLabel="Whose day" options={[...scopes]} selected={scope} onSelect={chosen => setScope(scopes.find(each => each.id === chosen)?.id ?? 'mine')} />
            {mayPrint && <Button size="small" icon={<Print16Regular />} onClick={() => { print({ ...wholeCaseload, scope }); go({ screen: 'print-list' }) }}>Print my list</Button>}
          </>
        }
      />
      <div className={styles['day']}>
        <QueryView query={day}>{({ sections }) => sections.map(section => <TodaySection key={section.id} section={section} />)}</QueryView>
      </div>
    </>
  )
}
