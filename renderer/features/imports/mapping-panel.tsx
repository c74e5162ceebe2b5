import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { CensusSheet, ImportKind } from '#shared/model/import.ts'
import { CensusField } from '#shared/model/import.ts'
import { entryOf, MomentField, momentOf } from '#renderer/features/stays/index.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import type { SheetWish } from './sheet-wish.ts'
import { fieldWords } from './import-words.ts'
import s from './imports.module.css'

interface MappingPanelProps {
  readonly sheet: CensusSheet
  readonly kind: ImportKind
  readonly busy: boolean
  readonly onRemap: (wish: SheetWish) => void
}

const options = [...CensusField.values].map(value => ({ value, label: fieldWords[value] }))
const fromWords: Readonly<Record<CensusSheet['mappingFrom'], string>> = { remembered: 'Read as the last time these headers came', guessed: 'Guessed from the headers; please check once, it will be remembered', corrected: 'As you set it; it will be remembered' }

/** How the columns of a sheet are read, and for which moment it speaks. Folded away when it is known from the last time. */
export function MappingPanel({ sheet, kind, busy, onRemap }: MappingPanelProps) {
  const { zone } = useFacility()
  const [isOpen, setOpen] = useState(sheet.mappingFrom === 'guessed' || sheet.missing.length > 0)
  const [mapping, setMapping] = useState(sheet.mapping)
  const [as, setAs] = useState<'census' | 'list'>(kind === 'list' ? 'list' : 'census')
  const [asOf, setAsOf] = useState(entryOf(sheet.asOf, zone))
  const typed = momentOf(asOf, zone)
  const wish: SheetWish = { mapping, as, asOf: typed === null || typed === momentOf(entryOf(sheet.asOf, zone), zone) ? 'as-found' : typed }
  const isChanged = JSON.stringify(mapping) !== JSON.stringify(sheet.mapping) || as !== kind || wish.asOf !== 'as-found'
  const setField = (index: number, field: string): void => {
    const next = CensusField.safeParse(field)
    if (next.success) setMapping(mapping.map((each, at) => (at === index ? next.data : each)))
  }
  return (
    <Panel title="Columns" sub={fromWords[sheet.mappingFrom]} actions={<Button size="small" appearance="subtle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{isOpen ? 'Fold away' : 'Show and correct'}</Button>} pad={isOpen}>
      {isOpen && (
        <div className={s['stack']}>
          {sheet.missing.length > 0 && <Banner tone="warn" title={`Still needed: ${sheet.missing.join(' and ')}`}>Choose what each column holds; then the rows can be read.</Banner>}
          <div className={s['sheetKind']}>
            <RadioField label="What is this sheet?" layout="column" value={as} onChange={value => setAs(value === 'list' ? 'list' : 'census')} options={[
              { value: 'census', label: 'The census', hint: 'Everybody in a bed now: who is missing may have left' },
              { value: 'list', label: 'A list of patients', hint: 'Says nothing about those who are not on it' },
            ]} />
            {as === 'census' && <MomentField label="Census as of" value={asOf} onChange={setAsOf} />}
          </div>
          <div className={s['mapping']} role="group" aria-label="What each column holds">
            {sheet.headers.map((header, index) => (
              // A header may stand twice; only its place tells it apart.
              <div key={`${index} ${header}`} className={s['column']}>
                <SelectField label={header === '' ? `Column ${index + 1}` : header} value={mapping[index] ?? 'leave-out'} onChange={field => setField(index, field ?? 'leave-out')} options={options} />
                <span className={s['sample']}>{sheet.sample.map(row => row[index] ?? '').filter(cell => cell !== '').slice(0, 2).join(' · ') || 'empty'}</span>
              </div>
            ))}
          </div>
          <div><Button size="small" appearance={sheet.missing.length > 0 ? 'primary' : 'secondary'} disabled={!isChanged || busy} onClick={() => onRemap(wish)}>Read again with these columns</Button></div>
        </div>
      )}
    </Panel>
  )
}
