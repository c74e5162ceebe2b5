import type { Draft } from '#shared/contract/drafts.ts'
import { call } from '#renderer/api/client.ts'
import { useDrafts } from '#renderer/state/drafts-store.ts'

/** What is typed reaches the store at most this long after the keystroke. */
export const SAVE_WITHIN_MS = 400

type Unsaved = Omit<Draft, 'editedAt'>

const waiting = new Map<string, Unsaved>()
let timer: ReturnType<typeof setTimeout> | null = null
let sending: Promise<void> = Promise.resolve()

async function send(draft: Unsaved): Promise<void> {
  try {
    const { editedAt } = await call('drafts.save', draft)
    useDrafts.getState().edit({ ...draft, editedAt })
    useDrafts.getState().saved(true)
  } catch {
    // Typed again in the meantime: the newer text is waiting already.
    if (!waiting.has(draft.key)) waiting.set(draft.key, draft)
    useDrafts.getState().saved(false)
  }
}

function sendWaiting(): Promise<void> {
  const drafts = [...waiting.values()]
  waiting.clear()
  // One after the other, so that an older text can never land on top of a newer one.
  sending = drafts.reduce((before, draft) => before.then(() => send(draft)), sending)
  return sending
}

/** Keeps the newest values of a form; they reach the store within `SAVE_WITHIN_MS`, however fast the typing goes on. */
export function keepDraft(draft: Unsaved): void {
  waiting.set(draft.key, draft)
  timer ??= setTimeout(() => {
    timer = null
    void sendWaiting()
  }, SAVE_WITHIN_MS)
}

/** Sends everything at once: before a lock, when the window is hidden, before it closes. */
export function flushDrafts(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  return sendWaiting()
}

/** The form was saved or thrown away: nothing of it comes back. */
export async function dropDraft(key: string): Promise<void> {
  waiting.delete(key)
  await sending
  waiting.delete(key)
  if (!useDrafts.getState().drafts.has(key)) return
  useDrafts.getState().finish(key)
  await call('drafts.discard', { key })
}

/** After a lock: the texts are in the store, none may stay in the page. */
export function forgetDrafts(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
  waiting.clear()
  useDrafts.getState().clear()
}
