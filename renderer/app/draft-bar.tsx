import { Link } from '@fluentui/react-components'
import { DocumentEdit16Regular } from '@fluentui/react-icons'
import s from './draft-bar.module.css'
import type { DraftState } from './use-draft.ts'

/** Says that the form holds an earlier draft, and offers to start over. */
export function DraftBar({ draft }: { readonly draft: DraftState }) {
  if (!draft.restored) return null
  return (
    <p className={s['bar']} role="status">
      <DocumentEdit16Regular aria-hidden />
      Your unfinished text is back. It is not saved to the record yet.
      <Link as="button" type="button" onClick={() => void draft.discard()}>Start over</Link>
    </p>
  )
}
