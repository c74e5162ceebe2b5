import { useDrafts } from '#renderer/state/drafts-store.ts'
import { useNotices } from '#renderer/state/notices-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'

/** Warnings about the whole store, and that typing is not kept. A danger stays until it is dealt with. */
export function Notices() {
  const notices = useNotices(s => s.notices)
  const dismiss = useNotices(s => s.dismiss)
  const draftsFail = useDrafts(s => s.saving === 'failed')
  return (
    <>
      {draftsFail && <Banner tone="bad" title="Drafts not kept.">What you type could not be kept on disk. It is tried again by itself; until then save the form, or copy the text, before you lock.</Banner>}
      {notices.map(notice => (
        <Banner key={notice.message} tone={notice.severity === 'danger' ? 'bad' : 'warn'} onDismiss={notice.severity === 'danger' ? undefined : () => dismiss(notice)}>
          {notice.message}
        </Banner>
      ))}
    </>
  )
}
