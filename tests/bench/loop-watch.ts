import { performance } from 'node:perf_hooks'
import { waitedForProcessor } from './process-figures.ts'

const TICK_MS = 5

export interface LoopWatch {
  /** Ends the watch: the longest time this program's event loop did not come round, in ms. */
  end(): { readonly blocked: number; readonly withWaiting: number }
}

/** Watches this program's event loop. Time in which it stood ready and other programs had the processor is told apart: that is the machine's, not ours. */
export function watchLoop(): LoopWatch {
  let blocked = 0
  let withWaiting = 0
  let last = { at: performance.now(), waited: waitedForProcessor() }
  const look = (): void => {
    const now = { at: performance.now(), waited: waitedForProcessor() }
    const gap = Math.max(0, now.at - last.at - TICK_MS)
    withWaiting = Math.max(withWaiting, gap)
    blocked = Math.max(blocked, gap - (now.waited - last.waited))
    last = now
  }
  const timer = setInterval(look, TICK_MS)
  return {
    end() {
      look()
      clearInterval(timer)
      return { blocked, withWaiting }
    },
  }
}
