import type { CaseView } from '#shared/contract/cases.ts'
import { caseEventNames, closeReasonNames, destinationNames, payerKindNames, programNames, riskNames, sensitivityNames } from '#shared/domain/caseload/words.ts'
import type { CaseEvent } from '#shared/model/case-event.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { expectedWords } from './expected-words.ts'
import s from './case.module.css'

/** What the case says, and how it came to say it. */
export function CaseFactsPanel({ view }: { readonly view: CaseView }) {
  const { case: found, los, drg } = view
  return (
    <Panel title="Case" fill keyboardScroll>
      <div className={s['factsAndHistory']}>
        <Facts columns={2} items={[
          { label: 'Reason', value: found.reason, wide: true },
          { label: 'Program', value: programNames[found.program] },
          { label: 'Case manager', value: view.caseManagerName === 'unassigned' ? 'Unassigned' : view.caseManagerName },
          { label: 'Opened', value: <Day value={found.openedOn} /> },
          ...(found.closedOn === 'open' ? [] : [{ label: 'Closed', value: <><Day value={found.closedOn} />{found.closeReason === 'none' ? '' : `, ${closeReasonNames[found.closeReason].toLowerCase()}`}</> }]),
          { label: 'Expected stay', value: expectedWords(los.expected) },
          ...(drg !== 'not-assigned' && drg.kind === 'found' ? [{ label: 'AMLOS', value: drg.drg.amlosDays === 'unknown' ? <Unknown /> : `${drg.drg.amlosDays} d, FY${drg.table.fiscalYear}` }] : []),
          { label: 'Risk', value: found.risk === 'unknown' ? <Unknown /> : riskNames[found.risk] },
          { label: 'Destination', value: found.destination === 'unknown' ? <Unknown /> : destinationNames[found.destination] },
          { label: 'Payer', value: view.payer === 'unknown' ? <Unknown /> : `${view.payer.name} (${payerKindNames[view.payer.kind]})` },
          ...(found.sensitivity === 'none' ? [] : [{ label: 'Sensitive', value: sensitivityNames[found.sensitivity] }]),
        ]} />
        <section aria-label="History of the case">
          <h3>History</h3>
          <ol className={s['history']}>{view.history.map(event => <HistoryLine key={event.id} event={event} />)}</ol>
        </section>
      </div>
    </Panel>
  )
}

function HistoryLine({ event }: { readonly event: CaseEvent }) {
  return (
    <li>
      <span className={s['historyHead']}><strong>{caseEventNames[event.kind]}</strong><span className={s['small']}><Moment at={event.at} /> · {event.byName}</span></span>
      {event.reason !== 'none' && <span>{event.reason}</span>}
      {event.changes.map(change => <span key={change.field} className={s['small']}>{change.field}: {change.from} → {change.to}</span>)}
    </li>
  )
}
