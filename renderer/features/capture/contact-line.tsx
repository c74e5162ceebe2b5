import type { Contact } from '#shared/contract/notes.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { contactKindWords, directionWords } from './capture-words.ts'
import styles from './capture.module.css'

export function ContactLine({ contact }: { readonly contact: Contact }) {
  const whom = [contact.withWhom, contact.organization].filter(part => part !== 'unknown').join(', ')
  return (
    <li className={styles['line']}>
      <p className={styles['text']}><strong>{contactKindWords[contact.kind]}{whom === '' ? '' : ` · ${whom}`}</strong></p>
      <p className={styles['text']}>{contact.summary}</p>
      <p className={styles['by']}>
        <Moment at={contact.at} format="smart" /> · {directionWords[contact.direction].toLowerCase()} · {contact.byName}
        {contact.minutes !== 'unknown' && <> · {contact.minutes} min</>}
        {contact.referenceNumber !== 'unknown' && <> · ref. {contact.referenceNumber}</>}
        {contact.callBackOn !== 'none' && <> · call back <Day value={contact.callBackOn} format="short" /></>}
      </p>
    </li>
  )
}
