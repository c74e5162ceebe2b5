import { useEffect, type ReactNode } from 'react'
import { HotkeysProvider, useHotkeys as useLibraryHotkeys, useHotkeysContext } from 'react-hotkeys-hook'
import { given } from './given.ts'

export interface HotkeyOptions {
  readonly enabled?: boolean | undefined
  /** Works only while this scope is on (`useHotkeyScope`). */
  readonly scope?: string | undefined
  /** Also while typing in a field; so unless `plain`. */
  readonly inFields?: boolean | undefined
  /** Allows keys without a modifier. Only for a component that has focus (attach the returned ref): WCAG 2.1.4. */
  readonly plain?: boolean | undefined
}

const MODIFIED = /^(?:(?:mod|ctrl|alt|meta)\+.+|(?:shift\+)?f\d{1,2}|escape|(?:ctrl|alt|mod)\+shift\+.+)$/i

/** False for keys that talk to speech input and stray typing as well: letters and digits without a modifier. */
export function isSafeHotkey(keys: string): boolean {
  return MODIFIED.test(keys)
}

/**
 * Binds keys (`mod+k`, `alt+shift+n`, `f2`) and keeps the browser from using them. `mod` is Ctrl, on a Mac Command.
 *
 * Throws at once for a key without modifier, unless `plain`.
 */
export function useHotkeys<Element extends HTMLElement = HTMLElement>(keys: string | readonly string[], run: (event: KeyboardEvent) => void, options: HotkeyOptions = {}) {
  const list = typeof keys === 'string' ? [keys] : [...keys]
  const { enabled = true, scope, plain = false, inFields = !plain } = options
  const bad = plain ? undefined : list.find((key) => !isSafeHotkey(key))
  if (bad !== undefined) throw new Error(`The hotkey "${bad}" has no modifier; WCAG 2.1.4 wants one outside a focused component.`)
  return useLibraryHotkeys<Element>(list, run, { enabled, preventDefault: true, enableOnFormTags: inFields, enableOnContentEditable: inFields, ...given({ scopes: scope }) }, [run])
}

/** Where scopes live; once, near the root. */
export function HotkeyScopes({ children }: { children: ReactNode }) {
  return <HotkeysProvider initiallyActiveScopes={['*']}>{children}</HotkeysProvider>
}

/** Keys of that scope work while `active` and this component stands. */
export function useHotkeyScope(scope: string, active: boolean): void {
  const { enableScope, disableScope } = useHotkeysContext()
  useEffect(() => {
    if (!active) return
    enableScope(scope)
    return () => disableScope(scope)
  }, [scope, active, enableScope, disableScope])
}
