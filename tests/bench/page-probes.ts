/** What the probes leave in the page for the bench to read. */
export interface Probes {
  /** Milliseconds between the frames since it was last emptied. */
  frames: number[]
  /** Milliseconds from each key to the paint that follows it. */
  keys: number[]
  /** Milliseconds from navigation to the first painted row of the caseload. */
  firstRows: number | null
}

declare global {
  interface Window { bench: Probes }
}

/** Runs in the page before its own scripts; stands alone, because only its text gets there. */
export function pageProbes(): void {
  const bench: Probes = { frames: [], keys: [], firstRows: null }
  window.bench = bench
  const afterPaint = (then: () => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = then
      port2.postMessage(null)
    })
  }
  let last = performance.now()
  const frame = (now: number): void => {
    bench.frames.push(now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  window.addEventListener('keydown', event => {
    if (event.key.length === 1) afterPaint(() => { bench.keys.push(performance.now() - event.timeStamp) })
  }, true)
  const look = new MutationObserver(() => {
    const cell = document.querySelector('[role=grid] [data-index="0"] [role=gridcell]')
    if (cell?.textContent) {
      look.disconnect()
      afterPaint(() => { bench.firstRows = performance.now() })
      return
    }
    if (document.querySelector('[role=grid]') !== null) return
    // A reload continues on the home screen; the list is one click away and the click is counted in.
    const there = [...document.querySelectorAll<HTMLElement>('nav button, nav a')].find(each => each.textContent.includes('Caseload'))
    there?.click()
  })
  look.observe(document, { childList: true, subtree: true, characterData: true })
}
