import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftValuesOf, dropDraft, flushDrafts, forgetDrafts, keepDraft, SAVE_WITHIN_MS, takeStoredDrafts } from '#renderer/app/draft-keeper.ts'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { useSession } from '#renderer/state/session-store.ts'
import { instant } from '#shared/kernel/instant.ts'

type Answer = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: unknown }

const at = instant('2026-11-22T16:20:00.000Z')
const saved: Answer = { ok: true, data: { editedAt: at } }
const broken: Answer = { ok: false, error: { code: 'store', message: 'The disk is full.' } }
const refused: Answer = { ok: false, error: { code: 'validation', message: 'Too long.', fields: {} } }
const draft = (key: string, values = '"x"') => ({ key, place: '{}', title: 'Note', values })

let asked: { channel: string; key: string; values?: string }[] = []
let answer: (channel: string) => Answer | Promise<Answer>

beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  answer = () => saved
  vi.stubGlobal('window', {
    workstation: {
      invoke: async (channel: string, input: { key: string; values?: string }) => {
        asked.push({ channel, key: input.key, ...(input.values !== undefined && { values: input.values }) })
        return answer(channel)
      },
    },
  })
  useSession.setState({ lastPersonId: 'person-1' })
  forgetDrafts()
  takeStoredDrafts('nobody', [])
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the newest text of fast typing is saved once, in time', async () => {
  keepDraft(draft('note', '"a"'))
  await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS / 2)
  keepDraft(draft('note', '"ab"'))
  expect(draftValuesOf('note')).toBe('"ab"')
  await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS / 2)
  expect(asked).toEqual([{ channel: 'drafts.save', key: 'note', values: '"ab"' }])
  expect(useDrafts.getState().resume).toEqual(['note'])
})

test('a save that failed is shown and tried again without another keystroke', async () => {
  answer = () => broken
  keepDraft(draft('note'))
  await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS)
  expect(useDrafts.getState().saving).toBe('failed')
  answer = () => saved
  await vi.advanceTimersByTimeAsync(2000)
  expect(useDrafts.getState().saving).toBe('idle')
  expect(asked).toHaveLength(2)
})

test('a text the store refuses waits for the next keystroke', async () => {
  answer = () => refused
  keepDraft(draft('note'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(1)
  expect(useDrafts.getState().saving).toBe('failed')
})

test('a discard that failed does not reject and is told again', async () => {
  keepDraft(draft('note'))
  await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS)
  answer = () => broken
  await dropDraft('note')
  expect(useDrafts.getState().drafts.has('note')).toBe(false)
  answer = () => saved
  await vi.advanceTimersByTimeAsync(2000)
  expect(asked.map(({ channel }) => channel)).toEqual(['drafts.save', 'drafts.discard', 'drafts.discard'])
})

test('a form that was done with does not come back after unlock, but only for its own person', async () => {
  keepDraft(draft('note'))
  await vi.advanceTimersByTimeAsync(SAVE_WITHIN_MS)
  answer = () => broken
  await dropDraft('note')
  forgetDrafts()
  answer = () => saved
  takeStoredDrafts('person-1', [{ ...draft('note'), editedAt: at }, { ...draft('task'), editedAt: at }])
  expect(useDrafts.getState().resume).toEqual(['task'])
  takeStoredDrafts('person-2', [{ ...draft('note'), editedAt: at }])
  expect(useDrafts.getState().resume).toEqual(['note'])
})

test('a form done with while its text is on the way is taken out after it', async () => {
  let arrive: (reply: Answer) => void = () => undefined
  answer = channel => (channel === 'drafts.save' ? new Promise(resolve => { arrive = resolve }) : saved)
  keepDraft(draft('note'))
  const flushed = flushDrafts()
  await vi.advanceTimersByTimeAsync(0)
  const dropped = dropDraft('note')
  arrive(saved)
  await Promise.all([flushed, dropped])
  expect(asked.map(({ channel }) => channel)).toEqual(['drafts.save', 'drafts.discard'])
  expect(useDrafts.getState().resume).toEqual([])
})

test('after a lock nothing of before is sent or shown, whatever is answered late', async () => {
  let fail: (reason: Error) => void = () => undefined
  answer = () => new Promise((_, reject) => { fail = reject })
  keepDraft(draft('note'))
  keepDraft(draft('task'))
  const flushed = flushDrafts()
  await vi.advanceTimersByTimeAsync(0)
  forgetDrafts()
  fail(new Error('gone'))
  await flushed
  keepDraft(draft('other'))
  answer = () => saved
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked.map(({ key }) => key)).toEqual(['note', 'other'])
  expect(useDrafts.getState().saving).toBe('idle')
})
