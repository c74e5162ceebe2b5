import type { Note } from '#shared/contract/notes.ts'
import { Moment } from '#renderer/ui/moment.tsx'
import styles from './capture.module.css'

export function NoteLine({ note }: { readonly note: Note }) {
  return (
    <li className={styles['line']}>
      <p className={styles['text']}>{note.text}</p>
      <p className={styles['by']}><Moment at={note.at} format="smart" /> · {note.byName}</p>
    </li>
  )
}
