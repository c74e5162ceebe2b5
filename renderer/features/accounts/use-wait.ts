import { useEffect, useState } from 'react'
import type { AppErrorShape } from '#shared/contract/errors.ts'

/** Seconds until the next try is allowed, counting down from a `wait` answer; 0 when there is none. */
export function useWait(error: AppErrorShape | null): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (error?.code !== 'wait') {
      setLeft(0)
      return
    }
    const until = performance.now() + error.seconds * 1000
    const count = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)))
    count()
    const timer = setInterval(count, 500)
    return () => clearInterval(timer)
  }, [error])
  return left
}

/** `45 s`, `2 min 05 s`. */
export const waitWords = (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`)
