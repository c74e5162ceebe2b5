interface Preventable {
  preventDefault(): void
}

/** A key press as Electron tells it. */
export interface KeyInput {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** What the guards need of Electron's WebContents. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect' | 'will-attach-webview', listener: (event: Preventable) => void): unknown
  on(event: 'before-input-event', listener: (event: Preventable, input: KeyInput) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}

const leaving = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const

/** No contents ever leaves its page, opens a window or holds another page (E11-E14); developer tools have no key in a packaged app (E22). */
export function guardContents(contents: GuardedContents, { developerTools }: { readonly developerTools: boolean }): void {
  for (const event of leaving) contents.on(event, attempt => { attempt.preventDefault() })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('before-input-event', (event, input) => {
    if (!developerTools && opensDeveloperTools(input)) event.preventDefault()
  })
}

/** F12, Ctrl+Shift+I/J/C, Cmd+Alt+I/J/C, and reload, which would drop what is typed. */
export function opensDeveloperTools({ key, control, meta, shift, alt }: Omit<KeyInput, 'type'>): boolean {
  const letter = key.toLowerCase()
  if (letter === 'f12' || letter === 'f5') return true
  if ((control || meta) && letter === 'r') return true
  return ['i', 'j', 'c'].includes(letter) && ((control && shift) || (meta && alt))
}
