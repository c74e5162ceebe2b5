export interface MenuItem {
  readonly label?: string
  readonly role?: 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen' | 'minimize' | 'close' | 'quit' | 'toggleDevTools' | 'reload'
  readonly type?: 'separator'
  readonly accelerator?: string
  readonly submenu?: MenuItem[]
  readonly click?: () => void
}

export interface MenuActions {
  lock(): void
  /** Presses a key of the page, which knows what it does. */
  press(key: 'F1'): void
}

/** The menu. Developer tools and reload stand in it only while developing (E22). */
export function menuTemplate({ lock, press }: MenuActions, { developerTools }: { readonly developerTools: boolean }): MenuItem[] {
  const view: MenuItem[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }]
  return [
    { label: '&File', submenu: [{ label: 'Lock now', click: lock }, { type: 'separator' }, { role: 'quit' }] },
    { label: '&Edit', submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    { label: '&View', submenu: developerTools ? [...view, { type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : view },
    { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
    { label: '&Help', submenu: [{ label: 'Check this workstation', click: () => { press('F1') } }] },
  ]
}
