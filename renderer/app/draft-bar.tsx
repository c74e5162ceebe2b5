import { Button, Link } from '@fluentui/react-components'
import { DocumentEdit16Regular } from '@fluentui/react-icons'
import { Banner } from '#renderer/ui/banner.tsx'
import s from './draft-bar.module.css'
import type { DraftState } from './use-draft.ts'

/** Says that the form holds an earlier draft, or one that the record has overtaken, and offers to start over. */
export function DraftBar({ draft }: { readonly draft: DraftState }) {
  if (!draft.restored) return null
  if (draft.isOutdated) {
    return (
      <Banner tone="warn" title="Changed since you began." action={<Button size="small" onClick={() => void draft.discard()}>Start over</Button>}>
        Somebody changed here what you were typing over. Your text is back, but it cannot be saved over the newer record: note what you need of it, then start over.
      </Banner>
    )
  }
  return (
    <p className={s['bar']} role="status">
      <DocumentEdit16Regular aria-hidden />
      Your unfinished text is back. It is not saved to the record yet.
      <Link as="button" type="button" onClick={() => void draft.discard()}>Start over</Link>
    </p>
  )
}
