import { VisuallyHidden } from './visually-hidden.tsx'
import s from './values.module.css'

/** A fact nobody knows yet. Looks like neither a value nor a blank. */
export function Unknown({ word = 'Not known' }: { word?: string | undefined }) {
  return <span className={s['unknown']}>{word}</span>
}

/** Nothing belongs here (known to be absent): a dash for the eye, a word for the ear. */
export function None({ word = 'none' }: { word?: string | undefined }) {
  return (
    <span className={s['none']}>
      <span aria-hidden>–</span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  )
}
