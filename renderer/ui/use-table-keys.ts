import type { KeyboardEvent } from 'react'
import { keyName } from './key-name.ts'

export interface TableKeys {
  readonly total: number
  readonly activeIndex: number
  readonly pageRows: number
  readonly columnIds: readonly string[]
  /** The header the keyboard stands on, or null while it is among the rows. */
  readonly header: string | null
  readonly goRow: (index: number) => void
  readonly goHeader: (columnId: string | null) => void
  readonly sort: (columnId: string, add: boolean) => void
  readonly menu: (columnId: string) => void
  readonly resize: (columnId: string, steps: number) => void
  /** A key the grid itself has no use for; true when taken. */
  readonly rowKey: (key: string, event: KeyboardEvent<HTMLElement>) => boolean
}

/** The grid's keyboard, as one handler for its one tab stop. Modified keys belong to the rows (`rowKey`), plain ones move. */
export function tableKeyHandler(keys: TableKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    // A control inside a cell keeps its own keys.
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [role=menu]') !== null) return
    const name = keyName(event)
    const taken = keys.header === null ? onRows(name, keys) || keys.rowKey(name, event) : onHeader(name, keys.header, keys)
    if (taken) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

function onRows(name: string, keys: TableKeys): boolean {
  const last = keys.total - 1
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: keys.activeIndex + 1,
    ArrowUp: keys.activeIndex - 1,
    PageDown: keys.activeIndex + keys.pageRows,
    PageUp: keys.activeIndex - keys.pageRows,
    Home: 0,
    End: last,
    'Ctrl+Home': 0,
    'Ctrl+End': last,
  }
  if (name === 'Ctrl+ArrowUp' || (name === 'ArrowUp' && keys.activeIndex <= 0)) {
    keys.goHeader(keys.columnIds[0] ?? null)
    return true
  }
  const target = targets[name]
  if (target === undefined) return false
  keys.goRow(Math.max(0, Math.min(last, target)))
  return true
}

function onHeader(name: string, at: string, keys: TableKeys): boolean {
  const ids = keys.columnIds
  const index = ids.indexOf(at)
  const go = (to: number) => keys.goHeader(ids[Math.max(0, Math.min(ids.length - 1, to))] ?? null)
  const actions: Readonly<Record<string, () => void>> = {
    ArrowRight: () => go(index + 1),
    ArrowLeft: () => go(index - 1),
    Home: () => go(0),
    End: () => go(ids.length - 1),
    ArrowDown: () => keys.goHeader(null),
    Escape: () => keys.goHeader(null),
    Enter: () => keys.sort(at, false),
    ' ': () => keys.sort(at, false),
    'Shift+Enter': () => keys.sort(at, true),
    'Alt+ArrowDown': () => keys.menu(at),
    ContextMenu: () => keys.menu(at),
    'Shift+F10': () => keys.menu(at),
    'Ctrl+ArrowRight': () => keys.resize(at, 1),
    'Ctrl+ArrowLeft': () => keys.resize(at, -1),
  }
  const action = actions[name]
  action?.()
  return action !== undefined
}
