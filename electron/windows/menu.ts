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
}

/** The menu. Developer tools and reload stand in it only while developing (E22). */
export function menuTemplate({ lock }: MenuActions, { developerTools }: { readonly developerTools: boolean }): MenuItem[] {
  const view: MenuItem[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }]
  return [
    { label: '&File', submenu: [{ label: 'Lock now', click: lock }, { type: 'separator' }, { role: 'quit' }] },
    { label: '&Edit', submenu: [{ role: 'undo' }, { role: 'redo' }, { type: 'separator' }, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    { label: '&View', submenu: developerTools ? [...view, { type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }] : view },
    { label: '&Window', submenu: [{ role: 'minimize' }, { role: 'close' }] },
  ]
}
