import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { call } from '#renderer/api/client.ts'
import { PrintPreview } from '#renderer/features/print/index.ts'
import { usePrintedList } from '#renderer/state/printed-list-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { SwitchField } from '#renderer/ui/choice-fields.tsx'
import { PrintPage } from '#renderer/ui/print-page.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { pagesOf } from './pages-of.ts'
import { PrintedRows } from './printed-rows.tsx'
import { Moment } from '#renderer/ui/moment.tsx'

const ROWS_A_PAGE = { usual: 22, large: 15 } as const

/** "Print my list": for rounds, with a blank column to write in; with initials it may lie on a desk. */
export function PrintListPage() {
  const definition = usePrintedList(s => s.definition)
  const back = useRoute(s => s.back)
  const [initials, setInitials] = useState(false)
  const list = useQuery({ queryKey: ['worklists', 'print', definition, initials], queryFn: () => call('exports.printList', { definition, initials }), gcTime: 0, placeholderData: keepPreviousData })
  return (
    <QueryView query={list}>
      {data => (
        <PrintPreview title="My list" paper="list" caseId="none" subject="My list" onClose={back} options={<SwitchField label="Initials instead of names" value={initials} onChange={setInitials} />}>
          {({ large, size }) => <ListPages list={data} large={large} size={size} />}
        </PrintPreview>
      )}
    </QueryView>
  )
}

type PrintedList = Output<'exports.printList'>

function ListPages({ list, large, size }: { readonly list: PrintedList; readonly large: boolean; readonly size: 'letter' | 'a4' }) {
  const pages = pagesOf(list.rows, ROWS_A_PAGE[large ? 'large' : 'usual'])
  return pages.map((rows, index) => (
    <PrintPage
      key={index}
      title="My list"
      size={size}
      orientation="landscape"
      large={large}
      header={<>Case list, {list.total} {list.total === 1 ? 'case' : 'cases'} · {list.censusAsOf === 'unknown' ? 'no census imported' : <>census as of <Moment at={list.censusAsOf} format="full" /></>} · this workstation’s cases only</>}
      footer={<>Printed by {list.printedBy}, <Moment at={list.printedAt} format="full" /> · page {index + 1} of {pages.length} · contains patient data</>}
    >
      <PrintedRows rows={rows} />
    </PrintPage>
  ))
}
