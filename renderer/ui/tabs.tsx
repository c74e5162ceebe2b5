import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import s from './tabs.module.css'
import type { Tone } from './tone.ts'

export interface TabItem {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
  readonly tone?: Tone | undefined
}

export interface TabsProps {
  readonly ariaLabel: string
  readonly tabs: readonly TabItem[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  /** Ties the tabs to their TabPanel; unique on the page. */
  readonly idBase: string
}

/** Parts of one subject. Arrows move, Enter or Space chooses. */
export function Tabs({ ariaLabel, tabs, selected, onSelect, idBase }: TabsProps) {
  return (
    <TabList size="small" aria-label={ariaLabel} className={s['tabs'] ?? ''} selectedValue={selected} onTabSelect={(_, data) => onSelect(String(data.value))}>
      {tabs.map((tab) => (
        <Tab key={tab.id} value={tab.id} id={`${idBase}-tab-${tab.id}`} {...(tab.id === selected ? { 'aria-controls': `${idBase}-panel-${tab.id}` } : {})}>
          {tab.label}
          {tab.count !== undefined && <span className={cx('num', s['count'], tab.tone && s[tab.tone])}>{tab.count}</span>}
        </Tab>
      ))}
    </TabList>
  )
}

/** What the selected tab shows. */
export function TabPanel({ idBase, id, children }: { idBase: string; id: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`${idBase}-panel-${id}`} aria-labelledby={`${idBase}-tab-${id}`} className={s['panel']}>
      {children}
    </div>
  )
}
