import { Dialog, DialogSurface, DialogTitle } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons'
import { Command } from 'cmdk'
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode } from 'react'
import s from './command-palette.module.css'
import { Kbd } from './kbd.tsx'
import { useReturnFocus } from './use-return-focus.ts'

export interface PaletteItem {
  readonly id: string
  readonly title: string
  readonly detail?: ReactNode
  readonly aside?: ReactNode
  readonly shortcut?: string | undefined
  readonly run: () => void
}

export interface PaletteGroup {
  readonly heading: string
  readonly items: readonly PaletteItem[]
}

export interface CommandPaletteProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Already found and ordered: the palette filters nothing. */
  readonly groups: readonly PaletteGroup[]
  readonly emptyText: string
  /** The groups are not yet those of `query`: Enter waits for them, so that it never opens what was found for other words. */
  readonly busy?: boolean | undefined
}

/** One line to find anything and do anything; arrows choose, Enter runs, Escape leaves. */
export function CommandPalette({ open, onClose, label, placeholder, query, onQuery, groups, emptyText, busy }: CommandPaletteProps) {
  useReturnFocus(open)
  const shown = groups.filter(({ items }) => items.length > 0)
  const choice = useChoice(shown.flatMap(({ items }) => items), busy === true, onClose)
  return (
    <Dialog open={open} onOpenChange={(_, data) => (data.open ? undefined : onClose())}>
      <DialogSurface className={s['surface'] ?? ''}>
        <DialogTitle className={s['title'] ?? ''}>{label}</DialogTitle>
        <Command shouldFilter={false} label={label} className={s['cmd'] ?? ''} loop value={choice.id} onValueChange={choice.choose} onKeyDown={choice.onKeyDown}>
          <div className={s['line']}>
            <Search20Regular aria-hidden />
            <Command.Input autoFocus value={query} onValueChange={onQuery} placeholder={placeholder} className={s['input'] ?? ''} autoComplete="off" spellCheck={false} />
            <Kbd keys="Esc" />
          </div>
          <Command.List className={s['list'] ?? ''} label={label} aria-busy={busy === true}>
            {shown.length === 0 && <div className={s['empty']}>{busy === true ? 'Searching…' : emptyText}</div>}
            {shown.map((group) => (
              <Command.Group key={group.heading} heading={group.heading}>
                {group.items.map((item) => (
                  <Command.Item
                    key={item.id}
                    value={item.id}
                    onSelect={() => choice.run(item)}
                  >
                    <b>{item.title}</b>
                    <span className={s['detail']}>{item.detail}</span>
                    <span className={s['aside']}>{item.shortcut === undefined ? item.aside : <Kbd keys={item.shortcut} />}</span>
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </DialogSurface>
    </Dialog>
  )
}

interface Choice {
  readonly id: string
  readonly choose: (id: string) => void
  readonly run: (item: PaletteItem) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The first item, until the person moves to another one of the same results: other results begin at their first again. */
function useChoice(items: readonly PaletteItem[], busy: boolean, onClose: () => void): Choice {
  const [moved, setMoved] = useState<{ readonly id: string; readonly among: string } | null>(null)
  const [enterWaits, setEnterWaits] = useState(false)
  const among = items.map(({ id }) => id).join(' ')
  const chosen = items.find(({ id }) => moved?.among === among && id === moved.id) ?? items[0]
  const run = (item: PaletteItem) => {
    setEnterWaits(false)
    onClose()
    item.run()
  }
  const runWaiting = useEffectEvent(() => {
    setEnterWaits(false)
    if (chosen !== undefined) run(chosen)
  })
  useEffect(() => {
    if (enterWaits && !busy) runWaiting()
  }, [enterWaits, busy])
  return {
    id: chosen?.id ?? '',
    choose: (id) => setMoved({ id, among }),
    run,
    onKeyDown: (event) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
      event.preventDefault()
      if (busy) setEnterWaits(true)
      else if (chosen !== undefined) run(chosen)
    },
  }
}
