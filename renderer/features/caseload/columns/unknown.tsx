import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import styles from './columns.module.css'

/** A dash in a dense table; a screen reader hears what it means. */
export function UnknownMark({ word = 'Not known' }: { readonly word?: string }) {
  return (
    <span className={styles['faint']}>
      <span aria-hidden="true">–</span>
      <VisuallyHidden>{word}</VisuallyHidden>
    </span>
  )
}
