import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Suggestion, TemplateSummary } from '#shared/contract/recovery.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { ComboField, type ComboOption } from '#renderer/ui/combo-field.tsx'
import { formatDay } from '#shared/kernel/plain-date.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import s from './dialogs.module.css'
import { anchorNames } from './recovery-words.ts'
import { recoveryQueries } from './recovery-queries.ts'
import { ReviewPlanDialog } from './review-plan-dialog.tsx'
import { usePlacePlan } from './use-place-plan.ts'

export interface PlacePlanProps {
  readonly caseId: CaseId
  readonly onPlaced?: (() => void) | undefined
  /** Three suggestions instead of six, no words around them. */
  readonly compact?: boolean | undefined
}

const shownAtFirst = 6
const shownCompact = 3

/** The templates that fit the case, best first, each placed with defaults in one action or reviewed first; any other by name. */
export function PlacePlan({ caseId, onPlaced, compact = false }: PlacePlanProps) {
  const suggestions = useQuery(recoveryQueries.suggestions(caseId))
  const templates = useQuery(recoveryQueries.templates())
  const [reviewed, setReviewed] = useState<TemplateSummary | null>(null)
  const place = usePlacePlan(caseId, onPlaced)
  const mayWrite = useMay('recovery.write')
  return (
    <section className={s['place']} aria-label="Place a recovery plan">
      {!compact && <h3>Suggested plans</h3>}
      <QueryView query={suggestions}>
        {({ suggestions: all }) => (
          <>
            {all.length === 0 && <p>No plan fits what is known (DRG, diagnoses, reason). Choose another plan by name.</p>}
            {all.length > 0 && all.every(({ alreadyPlaced }) => alreadyPlaced) && <p>Every plan that fits is placed. Choose another plan by name.</p>}
            <ul className={s['suggestions']}>
              {all.filter(({ alreadyPlaced }) => !alreadyPlaced).slice(0, compact ? shownCompact : shownAtFirst).map((suggestion, index) => (
                <SuggestionItem key={suggestion.template.id} suggestion={suggestion} primary={index === 0} disabled={!mayWrite || place.isPlacing} onPlace={() => place.withDefaults(suggestion.template)} onReview={() => setReviewed(suggestion.template)} />
              ))}
            </ul>
            {mayWrite && <QueryView query={templates}>{found => <OtherTemplate templates={found.templates} onChoose={setReviewed} />}</QueryView>}
          </>
        )}
      </QueryView>
      {templates.data !== undefined && <p className={s['quiet']}>{templates.data.status}</p>}
      {reviewed !== null && <ReviewPlanDialog caseId={caseId} template={reviewed} onClose={() => setReviewed(null)} onPlaced={onPlaced} />}
    </section>
  )
}

interface ItemProps {
  readonly suggestion: Suggestion
  readonly primary: boolean
  readonly disabled: boolean
  readonly onPlace: () => void
  readonly onReview: () => void
}

function SuggestionItem({ suggestion: { template, why, anchor }, primary, disabled, onPlace, onReview }: ItemProps) {
  const { today } = useFacility()
  const needsEdd = anchor.kind === 'edd' && anchor.on === 'unknown'
  const counted = anchor.on === 'unknown' ? (needsEdd ? 'Set the expected discharge date first: it counts back from there' : anchor.from) : `Day 0: ${anchorNames[anchor.kind].toLowerCase()}, ${formatDay(anchor.on, today)}. ${anchor.from}`
  return (
    <li className={s['suggestion']}>
      <b>{template.label}</b>
      <span className={s['buttons']}>
        <Button size="small" appearance={primary && anchor.on !== 'unknown' ? 'primary' : 'secondary'} disabledFocusable={disabled || anchor.on === 'unknown'} aria-label={`Place with defaults: ${template.label}`} onClick={onPlace}>Place with defaults</Button>
        <Button size="small" appearance="subtle" disabledFocusable={disabled || needsEdd} aria-label={`Review first: ${template.label}`} onClick={onReview}>Review first…</Button>
      </span>
      <span className={s['why']}>{why.join(' · ')} · {template.milestones} milestones{spans(template)}. <span className={anchor.assumed || anchor.on === 'unknown' ? s['warn'] : undefined}>{counted}</span></span>
    </li>
  )
}

const spans = ({ watchWindows, precautions }: TemplateSummary): string => (watchWindows + precautions === 0 ? '' : `, ${watchWindows + precautions} to watch`)

/** Any template by name: the choice is the nurse's, whatever was suggested. */
function OtherTemplate({ templates, onChoose }: { readonly templates: readonly TemplateSummary[]; readonly onChoose: (template: TemplateSummary) => void }) {
  const options = templates.map(template => ({ id: template.id, label: template.label, hint: template.category.replaceAll('_', ' '), data: template }))
  // The search must stay the same function while the list arrives.
  const latest = useRef(options)
  latest.current = options
  const [search] = useState(() => (text: string) => Promise.resolve(matching(latest.current, text)))
  return <ComboField label="Another plan" width={320} minChars={1} placeholder="Type part of its name" value={null} search={search} initialOptions={options} onChange={option => option !== null && onChoose(option.data)} />
}

function matching(options: readonly ComboOption<TemplateSummary>[], text: string): ComboOption<TemplateSummary>[] {
  const words = text.toLowerCase().split(/\s+/).filter(word => word !== '')
  return options.filter(({ label, hint }) => words.every(word => `${label} ${hint ?? ''}`.toLowerCase().includes(word)))
}
