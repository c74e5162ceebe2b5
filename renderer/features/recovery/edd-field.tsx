import { Button, Popover, PopoverSurface, PopoverTrigger } from '@fluentui/react-components'
import { CalendarEdit16Regular, History16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { CaseRecovery } from '#shared/contract/recovery.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { EddDialog } from './edd-dialog.tsx'
import s from './dialogs.module.css'
import { reasonNames } from './recovery-words.ts'
import { recoveryQueries } from './recovery-queries.ts'
import { useOpened } from './use-opened.ts'

/** The expected discharge date of a case: set, revise with a reason, and look at every earlier one. */
export function EddField({ caseId }: { readonly caseId: CaseId }) {
  const { data } = useQuery(recoveryQueries.ofCase(caseId))
  const [opened, setOpened] = useOpened(caseId)
  const mayWrite = useMay('recovery.write')
  if (data === undefined) return null
  const { edd, dischargedOn } = data.axis
  const mayEdit = mayWrite && dischargedOn === 'not-discharged'
  return (
    <span className={s['edd']}>
      <span className={s['eddLabel']}>EDD</span>
      <b>{edd === 'unknown' ? <Unknown word="Not set" /> : <Day value={edd} format="short" />}</b>
      {mayEdit && <Button size="small" appearance={edd === 'unknown' ? 'primary' : 'subtle'} icon={<CalendarEdit16Regular />} onClick={() => setOpened({ form: 'edd' })}>{edd === 'unknown' ? 'Set EDD' : 'Revise'}</Button>}
      <EddHistory recovery={data} />
      {mayEdit && opened?.form === 'edd' && <EddDialog recovery={data} onClose={() => setOpened(null)} />}
    </span>
  )
}

function EddHistory({ recovery: { axis } }: { readonly recovery: CaseRecovery }) {
  if (axis.eddRevisions.length === 0) return null
  const title = `${axis.eddRevisions.length} ${axis.eddRevisions.length === 1 ? 'date' : 'dates'} so far`
  return (
    <Popover trapFocus positioning="below-start">
      <PopoverTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<History16Regular />} aria-label={`Earlier expected discharge dates: ${title}`} title={title} />
      </PopoverTrigger>
      <PopoverSurface aria-label="Expected discharge dates" tabIndex={-1}>
        <ol className={s['revisions']}>
          {axis.eddRevisions.toReversed().map(revision => (
            <li key={revision.id}>
              <Day value={revision.edd} format="short" />
              <span>{revision.reason === 'first' ? 'First date' : reasonNames[revision.reason]}{revision.note !== 'none' && `: ${revision.note}`}<br /><small>{revision.byName}, <Moment at={revision.at} /></small></span>
            </li>
          ))}
        </ol>
      </PopoverSurface>
    </Popover>
  )
}
