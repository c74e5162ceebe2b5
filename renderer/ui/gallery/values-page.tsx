import { centsOf } from '#shared/kernel/cents.ts'
import { instant } from '#shared/kernel/instant.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { Day } from '../day.tsx'
import { Facts } from '../facts.tsx'
import { Kbd } from '../kbd.tsx'
import { LosBar } from '../los-bar.tsx'
import { Moment } from '../moment.tsx'
import { Money } from '../money.tsx'
import { Num } from '../num.tsx'
import { StatusTag } from '../status-tag.tsx'
import { Variance } from '../variance.tsx'
import s from './gallery.module.css'
import { Item, Shelf } from './shelf.tsx'

const day = plainDate('2026-11-20')
const at = instant('2026-11-22T12:02:00.000Z')

export function ValuesPage() {
  return (
    <Shelf title="Values">
      <Item name="Day">
        <div className={s['full']}>
          <Facts
            columns={3}
            items={[
              { label: 'short', value: <Day value={day} /> },
              { label: 'short, other year', value: <Day value={plainDate('2027-03-19')} /> },
              { label: 'full', value: <Day value={day} format="full" /> },
              { label: 'numeric', value: <Day value={day} format="numeric" /> },
              { label: 'relative', value: <Day value={day} format="relative" /> },
              { label: 'due, late', value: <Day value={day} format="due" /> },
              { label: 'due today', value: <Day value={plainDate('2026-11-22')} format="due" /> },
              { label: 'due later', value: <Day value={plainDate('2026-11-27')} format="due" /> },
              { label: 'unknown', value: <Day value="unknown" /> },
              { label: 'none', value: <Day value={null} /> },
            ]}
          />
        </div>
      </Item>
      <Item name="Moment and money">
        <div className={s['full']}>
          <Facts
            columns={3}
            items={[
              { label: 'smart, today', value: <Moment at={at} /> },
              { label: 'smart, before', value: <Moment at={instant('2026-11-19T23:40:00.000Z')} /> },
              { label: 'full', value: <Moment at={at} format="full" /> },
              { label: 'ago', value: <Moment at={at} format="ago" /> },
              { label: 'money', value: <Money cents={centsOf(173_600)} /> },
              { label: 'whole', value: <Money cents={centsOf(4_150_000)} whole /> },
              { label: 'signed', value: <Money cents={centsOf(-1250)} signed /> },
              { label: 'unknown', value: <Money cents="unknown" /> },
            ]}
          />
        </div>
      </Item>
      <Item name="Status, in banners">
        <StatusTag tone="ok">On track</StatusTag>
        <StatusTag tone="warn">At risk</StatusTag>
        <StatusTag tone="bad">Delayed</StatusTag>
        <StatusTag tone="info">Ready</StatusTag>
        <StatusTag tone="mute">On hold</StatusTag>
      </Item>
      <Item name="Status, quiet, in tables">
        <StatusTag tone="ok" quiet>On track</StatusTag>
        <StatusTag tone="warn" quiet>At risk</StatusTag>
        <StatusTag tone="bad" quiet>Delayed</StatusTag>
        <StatusTag tone="info" quiet>Ready</StatusTag>
        <StatusTag tone="mute" quiet>On hold</StatusTag>
      </Item>
      <Item name="Length of stay">
        <LosBar day={2.1} expected={4.2} />
        <LosBar day={4.2} expected={4.2} />
        <LosBar day={6.1} expected={4.2} />
        <LosBar day={14} expected={4.2} />
        <LosBar day={3} expected="unknown" />
      </Item>
      <Item name="Variance, figures, keys">
        <Variance days={2} />
        <Variance days={-1.4} digits={1} />
        <Variance days={0} />
        <Variance days="unknown" />
        <Num>MRN 10I1l0</Num>
        <Kbd keys="Ctrl+K" />
        <Kbd keys="Alt+ArrowLeft" />
      </Item>
    </Shelf>
  )
}
