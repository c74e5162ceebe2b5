import { useHotkeys as useLibraryHotkeys } from 'react-hotkeys-hook'

export interface HotkeyOptions {
  readonly enabled?: boolean | undefined
  /** Also while typing in a field; so unless `plain`. */
  readonly inFields?: boolean | undefined
  /** Also while a modal is open: for the modal's own keys, and for locking. */
  readonly inModal?: boolean | undefined
  /** Allows keys without a modifier. Only for a component that has focus (attach the returned ref): WCAG 2.1.4. */
  readonly plain?: boolean | undefined
}

const MODIFIED = /^(?:(?:mod|ctrl|alt|meta)\+.+|(?:shift\+)?f\d{1,2}|escape|(?:ctrl|alt|mod)\+shift\+.+)$/i
const MODAL = '[aria-modal="true"], dialog[open]'

/** Keys that a modal kept from what lies beneath it; a key of the modal itself may still take them. */
const keptBack = new WeakSet<Event>()

/** False for keys that talk to speech input and stray typing as well: letters and digits without a modifier. */
export function isSafeHotkey(keys: string): boolean {
  return MODIFIED.test(keys)
}

/**
 * Binds keys (`mod+k`, `alt+shift+n`, `f2`) and keeps the browser from using them. `mod` is Ctrl, on a Mac Command. What lies under an open
 * modal does not act, and neither does a key that a component with focus has already used.
 *
 * Throws at once for a key without modifier, unless `plain`.
 */
export function useHotkeys<Element extends HTMLElement = HTMLElement>(keys: string | readonly string[], run: (event: KeyboardEvent) => void, options: HotkeyOptions = {}) {
  const list = typeof keys === 'string' ? [keys] : [...keys]
  const { enabled = true, plain = false, inFields = !plain, inModal = false } = options
  const bad = plain ? undefined : list.find((key) => !isSafeHotkey(key))
  if (bad !== undefined) throw new Error(`The hotkey "${bad}" has no modifier; WCAG 2.1.4 wants one outside a focused component.`)
  // Kept from the browser all the same: Ctrl+K must not lead from a dialog to the browser's own search line.
  const act = (event: KeyboardEvent) => {
    if (!inModal && isUnderModal(event.target)) keptBack.add(event)
    else run(event)
  }
  const ignoreEventWhen = (event: KeyboardEvent) => event.defaultPrevented && !keptBack.has(event) && !isSave(event)
  return useLibraryHotkeys<Element>(list, act, { enabled, preventDefault: true, enableOnFormTags: inFields, enableOnContentEditable: inFields, ignoreEventWhen }, [run, inModal])
}

// Ctrl+Enter saves the form, from every field: a combobox takes it for Enter, opens its list and calls it used.
const isSave = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean => key === 'Enter' && (ctrlKey || metaKey)

// The key may have closed its own modal a moment before: then the modal is gone from the page, and only the key still knows where it was pressed.
function isUnderModal(target: EventTarget | null): boolean {
  return document.querySelector(MODAL) !== null || (target instanceof Element && target.closest(MODAL) !== null)
}
