import { Button } from '@fluentui/react-components'
import { Add16Regular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { activityQueries } from './activity-queries.ts'
import { ContactLine } from './contact-line.tsx'
import { NoteLine } from './note-line.tsx'
import { TaskLine } from './task-line.tsx'
import styles from './capture.module.css'

interface CaseActivityProps {
  readonly patientId: PatientId
  /** One case, or everything about the patient. */
  readonly caseId?: CaseId | undefined
}

/** Notes, contacts and tasks of a case, newest first, with the three ways to add one. */
export function CaseActivity({ patientId, caseId }: CaseActivityProps) {
  const activity = useQuery(activityQueries.of(patientId, caseId ?? 'any'))
  const mayWrite = useMay('notes.write')
  const open = useRoute(s => s.openOverlay)
  const about = { patientId, ...(caseId === undefined ? {} : { caseId }) }
  return (
    <div className={styles['activity']}>
      {mayWrite && (
        <div className={styles['actions']}>
          <Button size="small" icon={<Add16Regular />} onClick={() => open({ overlay: 'note', ...about })}>Note</Button>
          <Button size="small" icon={<Add16Regular />} onClick={() => open({ overlay: 'task', ...about })}>Task</Button>
          <Button size="small" icon={<Add16Regular />} onClick={() => open({ overlay: 'contact', ...about })}>Contact</Button>
        </div>
      )}
      <QueryView query={activity} isEmpty={data => data.total === 0} empty={<EmptyState title="Nothing written yet">Write a note (Alt+N), add a task (Alt+T) or record a contact (Alt+C).</EmptyState>}>
        {({ notes, contacts, tasks }) => (
          <div className={styles['columns']}>
            <section aria-label="Tasks"><h3 className={styles['heading']}>Tasks</h3>{tasks.length === 0 ? <p className={styles['none']}>No task.</p> : <ul className={styles['list']}>{tasks.map(task => <TaskLine key={task.id} task={task} />)}</ul>}</section>
            <section aria-label="Notes"><h3 className={styles['heading']}>Notes</h3>{notes.length === 0 ? <p className={styles['none']}>No note.</p> : <ul className={styles['list']}>{notes.map(note => <NoteLine key={note.id} note={note} />)}</ul>}</section>
            <section aria-label="Contacts"><h3 className={styles['heading']}>Contacts</h3>{contacts.length === 0 ? <p className={styles['none']}>No contact.</p> : <ul className={styles['list']}>{contacts.map(contact => <ContactLine key={contact.id} contact={contact} />)}</ul>}</section>
          </div>
        )}
      </QueryView>
    </div>
  )
}
