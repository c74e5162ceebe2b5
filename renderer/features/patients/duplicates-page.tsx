import { useRoute } from '#renderer/state/route-store.ts'
import { PageHead } from '#renderer/ui/page-head.tsx'
import { DuplicatesList } from './duplicates-list.tsx'
import s from './patients.module.css'

/** The likely duplicates of the whole caseload, however the records came. */
export function DuplicatesPage() {
  const back = useRoute(state => state.back)
  return (
    <>
      <PageHead title="Likely duplicates" sub="Records that may be one person. Nothing is merged unasked." onBack={back} />
      <div className={s['page']}><DuplicatesList /></div>
    </>
  )
}
