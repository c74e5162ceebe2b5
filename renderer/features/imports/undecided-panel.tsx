import { useQuery } from '@tanstack/react-query'
import { sexNames } from '#shared/domain/caseload/words.ts'
import type { PreviewRow, RowChoice } from '#shared/model/import.ts'
import { plural } from '#shared/kernel/plural.ts'
import { duplicateReasonWords } from '#renderer/features/patients/index.ts'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { Day } from '#renderer/ui/day.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { importQueries } from './import-queries.ts'
import s from './imports.module.css'

interface UndecidedPanelProps {
  readonly previewId: string
  readonly revision: number
  readonly choices: ReadonlyMap<string, RowChoice>
  readonly onChoose: (choice: RowChoice) => void
}

const SHOWN = 50

/** Patients of the file that look like somebody already here, side by side. */
export function UndecidedPanel({ previewId, revision, choices, onChoose }: UndecidedPanelProps) {
  const rows = useQuery(importQueries.rows(previewId, revision, [], true, 0, SHOWN))
  return (
    <Panel title="Already here?" sub="These look like patients of the workstation. Without a choice they come in as people of their own and stay on the list of likely duplicates.">
      <QueryView query={rows}>
        {data => (
          <div className={s['stack']}>
            {data.rows.map(row => <Undecided key={row.key} row={row} choice={choices.get(row.key) ?? null} onChoose={onChoose} />)}
            {data.total > SHOWN && <p>{plural(data.total - SHOWN, 'more')}: they can be compared under “Likely duplicates” after the import.</p>}
          </div>
        )}
      </QueryView>
    </Panel>
  )
}

function Undecided({ row, choice, onChoose }: { readonly row: PreviewRow; readonly choice: RowChoice | null; readonly onChoose: (choice: RowChoice) => void }) {
  const value = choice === null ? null : choice.choice === 'same-as' ? choice.patientId : choice.choice
  const pick = (picked: string): void => {
    const same = row.duplicates.find(each => each.patientId === picked)
    if (same !== undefined) onChoose({ key: row.key, choice: 'same-as', patientId: same.patientId })
    else if (picked === 'apart' || picked === 'leave-out') onChoose({ key: row.key, choice: picked })
  }
  return (
    <section aria-label={`Compare ${row.name}`} className={s['pair']}>
      <table className={s['compare']}>
        <thead><tr><th scope="col"> </th><th scope="col">In the file</th>{row.duplicates.map(each => <th key={each.patientId} scope="col">On the workstation ({each.because.map(why => duplicateReasonWords[why]).join(', ')})</th>)}</tr></thead>
        <tbody>
          <tr><th scope="row">Name</th><td>{row.name}</td>{row.duplicates.map(each => <td key={each.patientId}>{each.name}</td>)}</tr>
          <tr><th scope="row">MRN</th><td>{figure(row.mrn)}</td>{row.duplicates.map(each => <td key={each.patientId}>{figure(each.mrn)}</td>)}</tr>
          <tr><th scope="row">Born</th><td><Day value={row.birthDate} format="full" /></td>{row.duplicates.map(each => <td key={each.patientId}><Day value={each.birthDate} format="full" /></td>)}</tr>
          <tr><th scope="row">Sex</th><td>{row.sex === 'unknown' ? <Unknown /> : sexNames[row.sex]}</td>{row.duplicates.map(each => <td key={each.patientId}>{each.sex === 'unknown' ? <Unknown /> : sexNames[each.sex]}</td>)}</tr>
        </tbody>
      </table>
      <RadioField label="What should happen?" layout="column" value={value} onChange={pick} options={[
        ...row.duplicates.map(each => ({ value: each.patientId, label: `The same person: merge into ${each.name}` })),
        { value: 'apart', label: 'Two people: keep apart' },
        { value: 'leave-out', label: 'Leave out of this import' },
      ]} />
    </section>
  )
}

const figure = (mrn: string) => (mrn === 'unknown' ? <Unknown /> : <Num>{mrn}</Num>)
