import { Button } from '@fluentui/react-components'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { Output } from '#shared/contract/index.ts'
import type { TodayRow } from '#shared/contract/today.ts'
import { nextActionWords } from '#shared/domain/worklists/next-action-words.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Day } from '#renderer/ui/day.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { MoreRows } from './more-rows.tsx'
import { sectionWords } from './section-words.ts'
import type { TodayScope } from './today-queries.ts'
import { useNextAction } from './use-next-action.ts'
import { useRowKeys } from './use-row-keys.ts'
import styles from './today.module.css'

type Section = Output<'today.get'>['sections'][number]

/** One section of the day. Arrow keys walk the next actions through every section; Enter does one; the patient's name opens the record. */
export function TodaySection({ section, scope }: { readonly section: Section; readonly scope: TodayScope }) {
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
      {section.total > section.rows.length && <MoreRows section={section.id} scope={scope} count={section.total - section.rows.length} />}
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
  const mayOpen = useMay('cases.write')
  const words = nextActionWords(row.next, today)
  const isTask = row.next.do === 'do-task' || row.next.do === 'call-back'
  const label = isTask ? (row.next.do === 'call-back' ? 'Called' : 'Done') : words
  return (
    <li className={styles['row']}>
      <span className={styles['who']}>{row.patientName === '' ? <span className={styles['quiet']}>No patient</span> : <button type="button" className={styles['link']} onClick={open}>{row.patientName}</button>}</span>
      <span className={styles['where']}>{row.unitBed === 'unknown' ? '' : row.unitBed}</span>
      <span className={styles['about']}>{row.about === 'hidden' ? <span className={styles['quiet']}>Sensitive</span> : row.about}</span>
      <span className={styles['on']}>{row.on !== 'unknown' && <><span className={styles['quiet']}>{dayWord}</span> <Day value={row.on} format="due" /></>}</span>
      <span className={styles['next']}>
        {isTask && <span className={styles['taskTitle']} title={words}>{words}</span>}
        {row.next.do === 'open-case' && !mayOpen
          ? <Button size="small" data-today-action aria-label={`Look at the patient: ${row.patientName}`} onClick={open}>Look at the patient</Button>
          : <Button size="small" data-today-action title={words} aria-label={`${label}: ${isTask ? words : row.patientName}`} onClick={() => act(row)}>{label}</Button>}
      </span>
    </li>
  )
}
