import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ImportPreview, RowChoice, RowState } from '#shared/model/import.ts'
import { plural } from '#shared/kernel/plural.ts'
import type { PreviewStage } from '#renderer/state/import-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { CheckField } from '#renderer/ui/choice-fields.tsx'
import { FilterChips } from '#renderer/ui/filter-chips.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import type { SheetWish } from './sheet-wish.ts'
import { importLabel, kindWords, rowStates, stateTones, stateWords } from './import-words.ts'
import s from './imports.module.css'
import { LeftOutPanel } from './left-out-panel.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { PreviewTable } from './preview-table.tsx'
import { UndecidedPanel } from './undecided-panel.tsx'

interface ImportPreviewProps {
  readonly preview: PreviewStage
  readonly onChange: (change: Partial<Pick<PreviewStage, 'choices' | 'openCases'>>) => void
  readonly onRemap: (wish: SheetWish) => void
  readonly onBack: () => void
  readonly onImport: () => void
}

/** What an import would do, before it does anything. */
export function ImportPreviewView({ preview: { summary: preview, revision, choices, openCases, remapping: busy }, onChange, onRemap, onBack, onImport }: ImportPreviewProps) {
  const [shown, setShown] = useState<RowState | 'all'>('all')
  const choose = (choice: RowChoice): void => onChange({ choices: new Map(choices).set(choice.key, choice) })
  const leftOut = [...choices.values()].filter(choice => choice.choice === 'leave-out').length
  const rows = rowStates.reduce((sum, state) => sum + preview.states[state], 0)
  const ready = preview.sheet === 'none' || preview.sheet.missing.length === 0
  const chips = [{ id: 'all', label: 'All', count: rows }, ...rowStates.filter(state => preview.states[state] > 0).map(state => ({ id: state, label: stateWords[state], count: preview.states[state], tone: stateTones[state] }))]
  return (
    <div className={s['page']}>
      <Toolbar ariaLabel="Import" end={
        <>
          {preview.newAdmits > 0 && <CheckField label={`Open a case for ${plural(preview.newAdmits, 'new admit')}`} value={openCases} onChange={openCasesToo => onChange({ openCases: openCasesToo })} />}
          <Button size="small" onClick={onBack}>Start again</Button>
          <Button size="small" appearance="primary" disabledFocusable={busy || !ready || rows === 0} onClick={onImport}>{importLabel(preview, leftOut)}</Button>
        </>
      }>
        <strong>{kindWords[preview.kind]}</strong>
        <span className={s['quiet']}>{filesInWords(preview)}</span>
        {preview.kind === 'census' && preview.sheet !== 'none' && <span className={s['quiet']}>as of <Moment at={preview.sheet.asOf} /></span>}
      </Toolbar>
      <div className={s['scroll']}>
        {preview.sheet !== 'none' && <MappingPanel key={revision} sheet={preview.sheet} kind={preview.kind} busy={busy} onRemap={onRemap} />}
        {preview.unaccounted > 0 && <Banner tone="bad" title={`${plural(preview.unaccounted, 'entry', 'entries')} could not be accounted for`}>Please report this with the copied result: nothing may get lost unseen.</Banner>}
        {preview.undecided > 0 && <UndecidedPanel previewId={preview.previewId} revision={revision} choices={choices} onChoose={choose} />}
        {preview.states.gone > 0 && <Banner tone="warn" title={`${plural(preview.states.gone, 'patient is', 'patients are')} no longer on the census`}>Nobody is discharged by this. Each will be asked about under “No longer on the census”.</Banner>}
        {ready && rows > 0 && (
          <section aria-label="What would change" className={s['rows']} style={{ flexBasis: Math.min(420, 96 + 27 * rows) }}>
            <div className={s['chips']}><FilterChips ariaLabel="Rows by what would happen" options={chips} selected={shown} onSelect={id => setShown(rowStates.find(state => state === id) ?? 'all')} /></div>
            <PreviewTable key={shown} preview={preview} revision={revision} states={shown === 'all' ? [] : [shown]} choices={choices} onChoose={choose} />
          </section>
        )}
        {ready && rows === 0 && <Banner tone="bad" title="Nothing here can be imported">The reasons stand below.</Banner>}
        <LeftOutPanel notUsed={preview.notUsed} problems={preview.problems} moreProblems={preview.moreProblems} resources={preview.resources} used={preview.usable} open={rows === 0} word={preview.sheet === 'none' ? 'entry' : 'row'} />
      </div>
    </div>
  )
}

function filesInWords({ files, resources, sheet }: ImportPreview): string {
  const [first, ...more] = files
  const name = first === undefined ? '' : more.length === 0 ? first.name : plural(files.length, 'file')
  return `${name} · ${sheet === 'none' ? plural(resources, 'entry', 'entries') : plural(resources, 'row')}`
}
