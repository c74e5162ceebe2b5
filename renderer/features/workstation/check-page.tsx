import { Button } from '@fluentui/react-components'
import { Stethoscope20Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckStep } from '#shared/contract/workstation.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useErrorCopy } from '#renderer/ui/error-copy.tsx'
import { CopyButton } from '#renderer/ui/copy-button.tsx'
import { FailedState } from '#renderer/ui/failed-state.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import type { Column } from '#renderer/ui/table-types.ts'
import { AcceptAnchorDialog } from './accept-anchor-dialog.tsx'
import { checkAsText } from './check-text.ts'
import s from './workstation.module.css'
import { workstationQueries } from './workstation-queries.ts'

const tones: Readonly<Record<CheckStep['status'], Tone>> = { ok: 'ok', warning: 'warn', failed: 'bad' }
const words: Readonly<Record<CheckStep['status'], string>> = { ok: 'In order', warning: 'Look at this', failed: 'Failed' }

const columns = (mayAccept: boolean, onAccept: (step: CheckStep) => void): Column<CheckStep>[] => [
  { id: 'name', header: 'Step', width: 150, grow: 0, cell: step => <b>{step.name}</b> },
  { id: 'status', header: 'Result', width: 130, grow: 0, cell: step => <StatusTag tone={tones[step.status]} quiet>{words[step.status]}</StatusTag> },
  {
    id: 'detail', header: 'What was found', width: 460, cell: step => (
      <span className={s['detail']}>
        {step.detail}
        {step.offer === 'accept-anchor' && (mayAccept ? <Button size="small" onClick={() => onAccept(step)}>Accept…</Button> : ' An administrator can accept this here, with a reason.')}
      </span>
    ),
  },
]

/** Help → Check this workstation: can be copied into a mail as it stands, nothing in it is about a patient. */
export function CheckPage() {
  const check = useQuery(workstationQueries.check)
  const copy = useErrorCopy()
  const mayAccept = useMay('workstation.manage')
  const [accepting, setAccepting] = useState<CheckStep | null>(null)
  const { refetch, data } = check
  return (
    <>
      <PageHead
        title="Check this workstation"
        sub={data === undefined ? undefined : <>Checked <Moment at={data.at} /></>}
        actions={
          <>
            {data !== undefined && <CopyButton label="Copy the results" text={() => checkAsText(data)} />}
            <Button size="small" appearance="primary" icon={<Stethoscope20Regular />} disabledFocusable={check.isFetching} onClick={() => void refetch()}>Check again</Button>
          </>
        }
      />
      <div className={s['page']}>
        {check.isFetching && <div className={s['pad']}><ProgressBar label="Checking. A large caseload takes a while; work goes on meanwhile." done={0} total={null} /></div>}
        {check.isError && !check.isFetching && <FailedState {...copy(check.error)} onRetry={() => void refetch()} />}
        {data !== undefined && <PlainTable ariaLabel="Results" columns={columns(mayAccept, setAccepting)} rows={data.steps} rowId={step => step.name} />}
      </div>
      {accepting !== null && <AcceptAnchorDialog found={accepting.detail} onClose={() => setAccepting(null)} onAccepted={() => void refetch()} />}
    </>
  )
}
