import { useQuery } from '@tanstack/react-query'
import type { ScreenProps } from '#renderer/app/screen.ts'
import { DuplicatesList, patientQueries } from '#renderer/features/patients/index.ts'
import { absenceQueries } from '#renderer/features/stays/index.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { cx } from '#renderer/ui/cx.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { TabPanel, Tabs } from '#renderer/ui/tabs.tsx'
import { AbsencesTab } from './absences-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { ImportFlow } from './import-flow.tsx'
import s from './imports.module.css'

const ID = 'imports'

/** Import, and what an import leaves to a person: who vanished from the census, who may be here twice, and what was imported when. */
export function ImportsPage({ route }: ScreenProps<'imports'>) {
  const replace = useRoute(state => state.replace)
  const absences = useQuery(absenceQueries.all)
  const pairs = useQuery(patientQueries.pairs())
  const tab = route.tab ?? 'import'
  const missing = absences.data?.absences.length ?? 0
  const tabs = [
    { id: 'import', label: 'Import' },
    { id: 'gone', label: 'No longer on the census', count: missing, ...(missing > 0 && { tone: 'warn' as const }) },
    { id: 'duplicates', label: 'Likely duplicates', count: pairs.data?.length ?? 0 },
    { id: 'history', label: 'History' },
  ]
  return (
    <>
      <PageHead title="Import" sub="The census, your own spreadsheet, or FHIR bundles" />
      <Tabs ariaLabel="Import" tabs={tabs} selected={tab} onSelect={id => replace({ screen: 'imports', tab: id })} idBase={ID} />
      {/* The import stays mounted: looking at another tab must not lose a preview. */}
      <div className={s['tab']} hidden={tab !== 'import'}><TabPanel idBase={ID} id="import"><ImportFlow /></TabPanel></div>
      {tab === 'gone' && <div className={cx(s['tab'], s['listed'])}><TabPanel idBase={ID} id="gone"><AbsencesTab /></TabPanel></div>}
      {tab === 'duplicates' && <div className={cx(s['tab'], s['listed'])}><TabPanel idBase={ID} id="duplicates"><DuplicatesList /></TabPanel></div>}
      {tab === 'history' && <div className={cx(s['tab'], s['listed'])}><TabPanel idBase={ID} id="history"><HistoryTab /></TabPanel></div>}
    </>
  )
}
