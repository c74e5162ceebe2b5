import { Button } from '@fluentui/react-components'
import { PeopleList20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { CopyButton } from '../copy-button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { FailedState } from '../failed-state.tsx'
import { LoadingSkeleton } from '../loading-skeleton.tsx'
import { ProgressBar } from '../progress-bar.tsx'
import { QueryView } from '../query-view.tsx'
import s from './gallery.module.css'
import { Item, Shelf } from './shelf.tsx'

export function StatesPage() {
  const failing = useQuery<string>({ queryKey: ['never'], queryFn: () => Promise.reject(new Error('no')), retry: false, networkMode: 'always' })
  return (
    <Shelf title="States">
      <Item name="Empty" bare>
        <EmptyState title="No open cases" icon={<PeopleList20Regular />} action={<Button size="small" appearance="primary">Import census</Button>}>Import this morning’s census, or add a patient by hand.</EmptyState>
      </Item>
      <Item name="Failed" bare>
        <FailedState title="The caseload could not be loaded" sentence="Nothing was changed. Try again; if it stays, copy the details for your administrator." details="caseload.list · store-busy · 16:20:04" onRetry={() => undefined} />
      </Item>
      <Item name="Query that failed" bare>
        <QueryView query={failing}>{(data) => data}</QueryView>
      </Item>
      <Item name="Loading rows" bare><LoadingSkeleton rows={5} /></Item>
      <Item name="Loading a form" bare><LoadingSkeleton kind="form" rows={4} /></Item>
      <Item name="Progress">
        <div className={s['full']}><ProgressBar label="Importing patients" done={312} total={1180} secondsLeft={74} onCancel={() => undefined} /></div>
        <div className={s['full']}><ProgressBar label="Reading files" done={14} total={null} /></div>
        <CopyButton text="caseboard" />
      </Item>
    </Shelf>
  )
}
