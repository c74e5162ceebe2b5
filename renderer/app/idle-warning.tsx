import { useEffect, useState } from 'react'
import { useActivityStore } from '#renderer/state/activity-store.ts'
import s from './frame.module.css'
import { useFacilityFacts } from './use-facility-facts.ts'
import { useCanHide } from './use-signed-in.ts'

/** How long before the lock (or the blur) it is said. WCAG 2.2.1 asks for 20 seconds and a simple way to stay. */
const WARN_SECONDS = 20

/** "Locks in 20 s": any key or move of the mouse stays. */
export function IdleWarning() {
  const { idleMinutes, blurSeconds } = useFacilityFacts()
  const canHide = useCanHide()
  const limit = canHide ? Math.min(blurSeconds, idleMinutes * 60) : idleMinutes * 60
  const blurs = canHide && blurSeconds < idleMinutes * 60
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      const idle = (performance.now() - useActivityStore.getState().lastSeen) / 1000
      const seconds = Math.ceil(limit - idle)
      setLeft(seconds <= WARN_SECONDS && seconds >= 0 ? seconds : null)
    }, 1000)
    return () => clearInterval(timer)
  }, [limit])
  if (left === null) return null
  return (
    <div className={s['idle']} role="alert">
      {blurs ? 'The screen hides itself soon.' : 'The workstation locks soon; what you typed is kept.'} Press any key or move the mouse to stay.{' '}
      <span className="num" aria-hidden>{left} s</span>
    </div>
  )
}
