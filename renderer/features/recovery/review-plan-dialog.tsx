import { Checkbox } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import type { PreviewRow, TemplateSummary } from '#shared/contract/recovery.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { AnchorProposal } from '#shared/model/recovery.ts'
import type { Anchors } from '#shared/model/recovery-template.ts'
import { DateField, type DateEntry } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { Day } from '#renderer/ui/day.tsx'
import s from './dialogs.module.css'
import { laneOrder } from './layout.ts'
import { anchorNames, domainNames, kindNames } from './recovery-words.ts'
import { recoveryQueries } from './recovery-queries.ts'
import { usePlacePlan } from './use-place-plan.ts'

interface ReviewPlanDialogProps {
  readonly caseId: CaseId
  readonly template: TemplateSummary
  readonly onPlaced?: (() => void) | undefined
  readonly onClose: () => void
}

type Windows = Readonly<Record<string, PreviewRow['window']>>
type Choices = Readonly<Record<string, boolean>>

/** A plan before it is placed: the days it counts from, which rows, and each expected day; every figure with source and confidence. */
export function ReviewPlanDialog({ caseId, template, onPlaced, onClose }: ReviewPlanDialogProps) {
  const [anchors, setAnchors] = useState<Anchors>({})
  const [choices, setChoices] = useState<Choices>({})
  const [windows, setWindows] = useState<Windows>({})
  const preview = useQuery(recoveryQueries.preview(caseId, template.id, anchors))
  const place = usePlacePlan(caseId, onPlaced)
  const rows = (preview.data?.rows ?? []).filter(({ alreadyOnCase }) => !alreadyOnCase)
  const isChosen = (row: PreviewRow) => choices[row.code] ?? row.proposed === 'yes'
  const chosen = rows.filter(isChosen)
  const anchor = preview.data?.anchors.find(({ kind }) => kind === template.anchorKind)
  const save = async () => {
    const placed = await place.reviewed(template, { anchors, rows: chosen.map(row => ({ code: row.code, window: windows[row.code] ?? row.window })) })
    if (placed) onClose()
  }
  const changeAnchor = (proposal: AnchorProposal, entry: DateEntry) => {
    if (entry === 'invalid' || entry === 'unknown') return
    const { [proposal.kind]: _before, ...rest } = anchors
    setAnchors(entry === null ? rest : { ...rest, [proposal.kind]: entry })
    setWindows({})
  }
  const ready = anchor !== undefined && anchor.on !== 'unknown' && chosen.length > 0
  return (
    <Dialog
      open size="large" title={`Review: ${template.label}`} sub="Typical ranges, shown as a draft that no clinician has signed off; never an order." busy={place.isPlacing}
      dirty={Object.keys(choices).length + Object.keys(windows).length + Object.keys(anchors).length > 0} onClose={onClose} onSubmit={() => ready && void save()}
      actions={<DialogButtons primary={`Place ${chosen.length} entries`} onCancel={onClose} busy={place.isPlacing} disabled={!ready} />}
    >
      <QueryView query={preview}>
        {data => (
          <div className={s['stack']}>
            <AnchorFields proposals={data.anchors} own={template.anchorKind} onChange={changeAnchor} />
            <div className={s['reviewBox']} tabIndex={0} role="region" aria-label="Rows of the plan">
              <table className={s['review']} aria-label="Rows of the plan">
                <thead><tr><th scope="col">Place</th><th scope="col">Entry</th><th scope="col">Figure</th><th scope="col">Expected</th><th scope="col">Source</th></tr></thead>
                <tbody>
                  {laneOrder.map(domain => {
                    const own = rows.filter(row => row.domain === domain)
                    if (own.length === 0) return null
                    return (
                      <Fragment key={domain}>
                        <tr className={s['group']}><td colSpan={5}>{domainNames[domain]}</td></tr>
                        {own.map(row => (
                          <ReviewRow
                            key={row.code} row={row} chosen={isChosen(row)} window={windows[row.code] ?? row.window}
                            onChosen={on => setChoices({ ...choices, [row.code]: on })} onWindow={window => setWindows({ ...windows, [row.code]: window })}
                          />
                        ))}
                      </Fragment>
                    )
                  })}
                </tbody>
              </table>
            </div>
          </div>
        )}
      </QueryView>
    </Dialog>
  )
}

function AnchorFields({ proposals, own, onChange }: { readonly proposals: readonly AnchorProposal[]; readonly own: string; readonly onChange: (proposal: AnchorProposal, entry: DateEntry) => void }) {
  const { today } = useFacility()
  return (
    <div className={s['anchors']}>
      {proposals.filter(({ kind }) => kind !== 'edd').map(proposal => (
        <DateField
          key={proposal.kind} label={proposal.kind === own ? `${anchorNames[proposal.kind]} (day 0)` : anchorNames[proposal.kind]} width={210} today={today} required={proposal.kind === own}
          value={proposal.on === 'unknown' ? null : proposal.on} hint={proposal.from} onChange={entry => onChange(proposal, entry)}
        />
      ))}
    </div>
  )
}

interface ReviewRowProps {
  readonly row: PreviewRow
  readonly chosen: boolean
  readonly window: PreviewRow['window']
  readonly onChosen: (on: boolean) => void
  readonly onWindow: (window: PreviewRow['window']) => void
}

/** Typing another expected day stretches the range to hold it, never the other way round. */
function ReviewRow({ row, chosen, window, onChosen, onWindow }: ReviewRowProps) {
  const change = (on: DateEntry) => {
    if (on === null || on === 'unknown' || on === 'invalid') return
    onWindow(window === 'no-date' ? { from: on, on, to: on } : { from: on < window.from ? on : window.from, on, to: on > window.to ? on : window.to })
  }
  return (
    <tr className={cx(!chosen && s['off'])}>
      <td><Checkbox size="medium" aria-label={row.label} checked={chosen} onChange={(_, data) => onChosen(data.checked === true)} /></td>
      <td>{row.label}{row.kind !== 'milestone' && ` (${kindNames[row.kind].toLowerCase()})`}{row.because !== 'none' && <><br /><span className={s['warn']}>{row.proposed === 'ask' ? 'Depends on: ' : ''}{row.because}</span></>}{row.note !== 'none' && <><br />{row.note}</>}</td>
      <td>{row.timing}{row.reference !== 'none' && <><br />{row.reference}</>}</td>
      <td>{row.rule !== 'none' ? 'No clock yet' : chosen ? <DateField label={`Expected: ${row.label}`} labelHidden width={205} value={window === 'no-date' ? null : window.on} onChange={change} /> : window === 'no-date' ? 'No date' : <Day value={window.on} />}</td>
      <td>{row.country === 'UK' && 'UK · '}{row.sourceTitle}<br />{row.confidence === 'stated-in-source' ? 'Stated in source' : 'Unverified'}</td>
    </tr>
  )
}
