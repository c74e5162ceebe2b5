import type { Draft } from '#shared/contract/drafts.ts'
import { call, errorShape } from '#renderer/api/client.ts'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { useSession } from '#renderer/state/session-store.ts'

/** What is typed reaches the store at most this long after the keystroke. */
export const SAVE_WITHIN_MS = 400
/** How long after a save that failed the next try is made. */
const TRY_AGAIN_MS = 2000

type Unsaved = Omit<Draft, 'editedAt'>

/** The newest text of each form that the store does not have yet, also while it is on its way there. */
const unsaved = new Map<string, Unsaved>()
/** Forms whose last save did not work. */
const failing = new Set<string>()
/** Saved or thrown away, and not yet taken out of the store. Ids only; kept through a lock, for the person it belongs to. */
const discarded = { personId: '', keys: new Set<string>() }
/** Grows with every lock, so that no answer of before it brings a text back. */
let generation = 0
let timer: ReturnType<typeof setTimeout> | null = null
let sending: Promise<void> = Promise.resolve()

function sendWithin(ms: number): void {
  timer ??= setTimeout(() => {
    timer = null
    void sendWaiting()
  }, ms)
}

async function save(key: string, of: number): Promise<void> {
  const draft = unsaved.get(key)
  if (draft === undefined || of !== generation) return
  try {
    const { editedAt } = await call('drafts.save', draft)
    if (of !== generation) return
    // Typed again in the meantime: the newer text goes on waiting. Done with in the meantime: the store hears of that next.
    if (unsaved.get(key) === draft) unsaved.delete(key)
    failing.delete(key)
    if (!discarded.keys.has(key)) useDrafts.getState().edit({ ...draft, editedAt })
  } catch (thrown) {
    if (of !== generation) return
    failing.add(key)
    // A text the store refuses is refused again; the next keystroke may make it one that is taken.
    if (errorShape(thrown).code !== 'validation') sendWithin(TRY_AGAIN_MS)
  }
  useDrafts.getState().saved(failing.size === 0)
}

async function discard(key: string, of: number): Promise<void> {
  if (!discarded.keys.has(key) || of !== generation) return
  try {
    await call('drafts.discard', { key })
    discarded.keys.delete(key)
  } catch {
    if (of === generation) sendWithin(TRY_AGAIN_MS)
  }
}

function sendWaiting(): Promise<void> {
  const of = generation
  // One after the other, so that an older text can never land on top of a newer one, nor a text after its end.
  for (const key of unsaved.keys()) sending = sending.then(() => save(key, of))
  for (const key of discarded.keys) sending = sending.then(() => discard(key, of))
  return sending
}

/** Keeps the newest values of a form; they reach the store within `SAVE_WITHIN_MS`, however fast the typing goes on, and are tried again until they do. */
export function keepDraft(draft: Unsaved): void {
  discarded.keys.delete(draft.key)
  unsaved.set(draft.key, draft)
  sendWithin(SAVE_WITHIN_MS)
}

/** The newest values kept of a form, also those still on their way to the store. */
export const draftValuesOf = (key: string): string | null => unsaved.get(key)?.values ?? useDrafts.getState().drafts.get(key)?.values ?? null

/** Sends everything at once: before a lock, when the window is hidden, before it closes. */
export function flushDrafts(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  return sendWaiting()
}

/** The form was saved or thrown away: nothing of it comes back. Never rejects; what the store did not hear of is told again later. */
export async function dropDraft(key: string): Promise<void> {
  const wasKept = unsaved.delete(key) || useDrafts.getState().drafts.has(key)
  failing.delete(key)
  useDrafts.getState().finish(key)
  useDrafts.getState().saved(failing.size === 0)
  if (!wasKept) return
  own(useSession.getState().lastPersonId ?? '').add(key)
  await flushDrafts()
}

/** After unlock: the drafts of the store, without those that were done with before the store could hear of it. */
export function takeStoredDrafts(personId: string, drafts: readonly Draft[]): void {
  const over = own(personId)
  useDrafts.getState().restore(drafts.filter(({ key }) => !over.has(key)))
  if (over.size > 0) sendWithin(SAVE_WITHIN_MS)
}

/** The names of forms are the same for everybody: one person's must never take away another's text. */
function own(personId: string): Set<string> {
  if (discarded.personId !== personId) discarded.keys.clear()
  discarded.personId = personId
  return discarded.keys
}

/** After a lock: the texts are in the store, none may stay in the page. */
export function forgetDrafts(): void {
  generation += 1
  if (timer !== null) clearTimeout(timer)
  timer = null
  unsaved.clear()
  failing.clear()
  useDrafts.getState().clear()
}
