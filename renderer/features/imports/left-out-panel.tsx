import type { ImportProblem, NotUsed } from '#shared/model/import.ts'
import { plural } from '#shared/kernel/plural.ts'
import { Num } from '#renderer/ui/num.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import s from './imports.module.css'

interface LeftOutPanelProps {
  readonly notUsed: readonly NotUsed[]
  readonly problems: readonly ImportProblem[]
  readonly moreProblems: number
  readonly resources: number
  readonly used: number
  readonly word: 'entry' | 'row'
  /** Shown unfolded: when nothing could be read, the reasons are the page. */
  readonly open: boolean
}

const columns: Column<NotUsed>[] = [
  { id: 'count', header: 'Count', width: 80, align: 'end', cell: row => <Num>{row.count.toLocaleString('en-US')}</Num> },
  { id: 'what', header: 'What', width: 200, cell: row => row.what },
  { id: 'reason', header: 'Why it is not used', width: 560, grow: 3, cell: row => <span className={s['wrap']}>{row.reason}</span> },
]

/** Everything that came in and is not used, with its reason, and the faults of the files by place. */
export function LeftOutPanel({ notUsed, problems, moreProblems, resources, used, word, open }: LeftOutPanelProps) {
  if (notUsed.length === 0 && problems.length === 0) return null
  const left = notUsed.reduce((sum, each) => sum + each.count, 0)
  const many = word === 'entry' ? 'entries' : 'rows'
  return (
    <>
      {problems.length > 0 && (
        <Panel title="Faults in the files" sub={plural(problems.length + moreProblems, 'fault')}>
          <ul className={s['problems']}>{problems.map((problem, index) => <li key={`${index} ${problem.sentence}`}>{problem.sentence}</li>)}</ul>
          {moreProblems > 0 && <p>{plural(moreProblems, 'more fault', 'more faults')} of these kinds.</p>}
        </Panel>
      )}
      {notUsed.length > 0 && (
        <Panel title="Not used" sub={`${plural(resources, word, many)}: ${used.toLocaleString('en-US')} used, ${left.toLocaleString('en-US')} not used`} pad={false}>
          <details className={s['details']} open={open || notUsed.length <= 3}>
            <summary>{plural(notUsed.length, 'reason')}</summary>
            <PlainTable ariaLabel="Not used, by reason" columns={columns} rows={notUsed} rowId={row => `${row.what} ${row.reason}`} compact />
          </details>
        </Panel>
      )}
    </>
  )
}
