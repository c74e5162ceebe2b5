import { Button } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { TodayRow } from '#shared/contract/today.ts'
import { nextActionWords } from '#shared/domain/worklists/next-action-words.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Day } from '#renderer/ui/day.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { sectionWords } from './section-words.ts'
import { useNextAction } from './use-next-action.ts'
import { useRowKeys } from './use-row-keys.ts'
import styles from './today.module.css'

type Section = Output<'today.get'>['sections'][number]

/** One section of the day. Arrow keys walk the next actions through every section; Enter does one; the patient's name opens the record. */
export function TodaySection({ section }: { readonly section: Section }) {
  const heading = useId()
  const onKeyDown = useRowKeys()
  const words = sectionWords[section.id]
  return (
    <section className={styles['section']} aria-labelledby={heading}>
      <h2 id={heading} className={styles['heading']}>
        {words.title} <span className={styles['count']}>{section.total}</span>
      </h2>
      {section.rows.length === 0 ? (
        <p className={styles['empty']}><CheckmarkCircle16Regular aria-hidden="true" /> {words.empty}</p>
      ) : (
        <ul className={styles['rows']} onKeyDown={onKeyDown}>
          {section.rows.map(row => <Row key={row.key} row={row} dayWord={words.day} />)}
        </ul>
      )}
      {section.total > section.rows.length && <p className={styles['more']}>{section.total - section.rows.length} more: see the caseload.</p>}
    </section>
  )
}

function Row({ row, dayWord }: { readonly row: TodayRow; readonly dayWord: string }) {
  const { today } = useFacility()
  const go = useRoute(s => s.go)
  const act = useNextAction()
  const open = () => {
    if (row.caseId !== 'none') go({ screen: 'case', caseId: row.caseId })
    else if (row.patientId !== 'none') go({ screen: 'patient', patientId: row.patientId })
  }
  const words = nextActionWords(row.next, today)
  const isTask = row.next.do === 'do-task' || row.next.do === 'call-back'
  return (
    <li className={styles['row']}>
      <span className={styles['who']}>{row.patientName === '' ? <span className={styles['quiet']}>No patient</span> : <button type="button" className={styles['link']} onClick={open}>{row.patientName}</button>}</span>
      <span className={styles['where']}>{row.unitBed === 'unknown' ? '' : row.unitBed}</span>
      <span className={styles['about']}>{row.about === 'hidden' ? <span className={styles['quiet']}>Sensitive</span> : row.about}</span>
      <span className={styles['on']}>{row.on !== 'unknown' && <><span className={styles['quiet']}>{dayWord}</span> <Day value={row.on} format="due" /></>}</span>
      <span className={styles['next']}>
        {isTask && <span className={styles['taskTitle']} title={words}>{words}</span>}
        <Button size="small" data-today-action title={words} onClick={() => act(row)}>{isTask ? (row.next.do === 'call-back' ? 'Called' : 'Done') : words}</Button>
      </span>
    </li>
  )
}
