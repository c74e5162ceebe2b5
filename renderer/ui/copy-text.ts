/** How long copied text may lie on the clipboard: other programs, and whoever sits down next, can read it (E28). */
const STAYS_MS = 30_000

let copied: { readonly text: string; readonly timer: ReturnType<typeof setTimeout> } | null = null
let clear: (text: string) => void = () => undefined

/** Says how the clipboard is emptied; the shells differ in it. */
export function clearCopiedBy(way: (text: string) => void): void {
  clear = way
}

/** Takes what was copied from this page off the clipboard now: at lock. */
export function forgetCopied(): void {
  const before = release()
  if (before !== null) clear(before)
}

/** Puts text on the clipboard for half a minute; false when it did not get there. Falls back to a selection where the permission is denied. */
export async function copyText(text: string): Promise<boolean> {
  if (!(await write(text))) return false
  release()
  copied = { text, timer: setTimeout(forgetCopied, STAYS_MS) }
  // What the person copies by hand from now on is theirs; our own copying by selection is over.
  document.addEventListener('copy', release, { once: true })
  document.addEventListener('cut', release, { once: true })
  return true
}

function release(): string | null {
  document.removeEventListener('copy', release)
  document.removeEventListener('cut', release)
  if (copied === null) return null
  const { text, timer } = copied
  clearTimeout(timer)
  copied = null
  return text
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copySelection(text)
  }
}

function copySelection(text: string): boolean {
  const area = document.createElement('textarea')
  const before = document.activeElement
  area.value = text
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
