import type { Log } from '#electron/platform/log.ts'

/** What is needed of a window's WebContents. */
export interface MendableContents {
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown
  on(event: 'unresponsive' | 'responsive', listener: () => void): unknown
  reload(): void
  forcefullyCrashRenderer(): void
}

export interface ChildProcessEvents {
  on(event: 'child-process-gone', listener: (event: unknown, details: { readonly type: string; readonly reason: string }) => void): unknown
}

const HUNG_FOR_MS = 15_000
/** A page that dies again and again would only flicker. */
const MOST_RELOADS = 5

/** A page that crashed or hangs is loaded again (E33); drafts are in the store, so it comes back where it was. */
export function mendWindow(contents: MendableContents, log: Pick<Log, 'warn' | 'error'>): void {
  let reloads = 0
  let patience: NodeJS.Timeout | null = null
  contents.on('render-process-gone', (_event, { reason }) => {
    log.error('window.page-gone', { reason })
    if (reason === 'clean-exit' || reloads >= MOST_RELOADS) return
    reloads += 1
    contents.reload()
  })
  contents.on('unresponsive', () => {
    log.warn('window.page-hangs')
    patience ??= setTimeout(() => { contents.forcefullyCrashRenderer() }, HUNG_FOR_MS)
  })
  contents.on('responsive', () => {
    if (patience !== null) clearTimeout(patience)
    patience = null
  })
}

/** The GPU process and other helpers of the runtime come back by themselves; their ends are counted. */
export function noteChildProcesses(app: ChildProcessEvents, log: Pick<Log, 'warn'>): void {
  app.on('child-process-gone', (_event, { type, reason }) => { log.warn('window.child-gone', { type: type.toLowerCase().replaceAll(' ', '-'), reason }) })
}
