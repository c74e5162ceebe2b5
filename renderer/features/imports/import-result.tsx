import { Button } from '@fluentui/react-components'
import type { ImportResult } from '#shared/model/import.ts'
import { plural } from '#shared/kernel/plural.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CopyButton } from '#renderer/ui/copy-button.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { resultText, statesInWords } from './import-words.ts'
import s from './imports.module.css'
import { LeftOutPanel } from './left-out-panel.tsx'

/** What an import did, in figures that add up. */
export function ImportResultView({ result, onAgain }: { readonly result: ImportResult; readonly onAgain: () => void }) {
  const go = useRoute(state => state.go)
  const notUsed = result.notUsed.reduce((sum, each) => sum + each.count, 0)
  const figure = (label: string, value: number) => ({ label, value: <Num>{value.toLocaleString('en-US')}</Num> })
  return (
    <div className={s['scroll']}>
      <Banner tone={result.cancelled ? 'warn' : result.crashed > 0 ? 'bad' : 'ok'} title={result.cancelled ? 'Import cancelled' : 'Import finished'}>
        {result.cancelled ? `${plural(result.patients, 'patient')} were finished before you stopped and stay; the others are as they were.` : `${plural(result.patients, 'patient')}: ${statesInWords(result.states)}.`}
      </Banner>
      <Panel title="Figures" actions={<CopyButton text={() => resultText(result)} label="Copy the result" />}>
        <Facts columns={4} items={[
          figure('Files', result.files), figure('Patients', result.patients), figure(result.kind === 'census' || result.kind === 'list' ? 'Rows' : 'Resources or rows', result.resources), figure('Imported', result.imported),
          figure('Not used, with reason', notUsed), figure('Failed', result.crashed), figure('Unaccounted', result.unaccounted), { label: 'Seconds', value: <Num>{result.seconds}</Num> },
        ]} />
      </Panel>
      {result.casesOpened > 0 && <Banner tone="info">{plural(result.casesOpened, 'case was', 'cases were')} opened, unassigned.</Banner>}
      {result.states.gone > 0 && <Banner tone="warn" title={`${plural(result.states.gone, 'patient is', 'patients are')} no longer on the census`} action={<Button size="small" onClick={() => go({ screen: 'imports', tab: 'gone' })}>Answer now</Button>}>Discharged, or still here? Nobody was closed.</Banner>}
      <div className={s['buttons']}>
        <Button size="small" appearance="primary" onClick={() => go({ screen: 'today' })}>Go to Today</Button>
        <Button size="small" onClick={() => go({ screen: 'caseload' })}>Go to the caseload</Button>
        <Button size="small" onClick={onAgain}>Import more</Button>
      </div>
      <LeftOutPanel notUsed={result.notUsed} problems={result.problems} moreProblems={result.moreProblems} resources={result.resources} used={result.imported} open word={result.kind === 'census' || result.kind === 'list' ? 'row' : 'entry'} />
    </div>
  )
}
