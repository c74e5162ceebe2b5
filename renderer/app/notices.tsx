import { useNotices } from '#renderer/state/notices-store.ts'
import { Banner } from '#renderer/ui/banner.tsx'

/** Warnings about the whole store. A danger stays until it is dealt with. */
export function Notices() {
  const notices = useNotices(s => s.notices)
  const dismiss = useNotices(s => s.dismiss)
  return notices.map(notice => (
    <Banner key={notice.message} tone={notice.severity === 'danger' ? 'bad' : 'warn'} onDismiss={notice.severity === 'danger' ? undefined : () => dismiss(notice)}>
      {notice.message}
    </Banner>
  ))
}
