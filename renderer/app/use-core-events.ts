import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, listen } from '#renderer/api/client.ts'
import { invalidateTopics } from '#renderer/api/query-client.ts'
import { useNotices } from '#renderer/state/notices-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { clearCopiedBy } from '#renderer/ui/copy-text.ts'
import type { SessionState } from '#shared/model/session.ts'
import { flushDrafts } from './draft-keeper.ts'
import { forgetTexts } from './forget-texts.ts'

/** Follows what the core tells: the session, changed records, notices; and saves what is typed before the window goes. */
export function useCoreEvents(client: QueryClient): void {
  useEffect(() => {
    const take = (session: SessionState): void => {
      const { state, lastPersonId } = { state: useSession.getState().session?.state, lastPersonId: useSession.getState().lastPersonId }
      if (session.state === 'locked' || session.state === 'no-store') {
        forgetTexts()
        client.clear()
      }
      if (session.state === 'unlocked' && state !== 'blurred' && lastPersonId !== null && lastPersonId !== session.person.personId) useRoute.getState().startAt({ screen: 'today' })
      useSession.getState().changed(session)
    }
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void flushDrafts()
    }
    const leaving = (): void => void flushDrafts()
    clearCopiedBy(text => { window.workstation.shell.forgetCopied(text).catch(() => undefined) })
    const ends = [
      listen('session.changed', ({ session }) => take(session)),
      listen('session.locking', leaving),
      listen('data.changed', ({ topics }) => void invalidateTopics(client, topics)),
      listen('store.notice', notice => useNotices.getState().tell(notice)),
    ]
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', leaving)
    window.addEventListener('beforeunload', leaving)
    call('session.state', {}).then(take, () => useSession.getState().unreachable())
    return () => {
      for (const end of ends) end()
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', leaving)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [client])
}
