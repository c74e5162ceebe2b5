import { useEffect } from 'react'
import { call } from '#renderer/api/client.ts'

const EVERY_MS = 20_000
const AT_MOST_MS = 30 * 60_000

/** Writing 24 words on paper takes a while without a key being pressed: the workstation waits for half an hour. */
export function useStayAwake(): void {
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => {
      if (performance.now() - since < AT_MOST_MS) call('session.activity', {}).catch(() => undefined)
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [])
}
