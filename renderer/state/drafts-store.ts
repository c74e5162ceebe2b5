import { create } from 'zustand'
import type { Draft } from '#shared/contract/drafts.ts'

interface DraftsStore {
  /** By key. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** Keys of the resume list, newest last: an interruption pushes, finishing pops. */
  readonly resume: readonly string[]
  /** Whether the last save reached the store; `failed` is shown, never silent. */
  readonly saving: 'idle' | 'failed'
  readonly edit: (draft: Draft) => void
  readonly finish: (key: string) => void
  readonly restore: (drafts: readonly Draft[]) => void
  readonly saved: (worked: boolean) => void
  readonly clear: () => void
}

const empty = { drafts: new Map<string, Draft>(), resume: [] as readonly string[], saving: 'idle' as const }
const byAge = (a: Draft, b: Draft): number => (a.editedAt < b.editedAt ? -1 : a.editedAt > b.editedAt ? 1 : 0)

/** What is typed and not saved. Filled from the store after unlock, emptied when the workstation locks; never kept by the browser. */
export const useDrafts = create<DraftsStore>()(set => ({
  ...empty,
  edit: draft =>
    set(s => ({ drafts: new Map(s.drafts).set(draft.key, draft), resume: [...s.resume.filter(key => key !== draft.key), draft.key] })),
  finish: key => set(s => (!s.drafts.has(key) ? s : { drafts: new Map([...s.drafts].filter(([k]) => k !== key)), resume: s.resume.filter(k => k !== key) })),
  restore: drafts => set({ drafts: new Map(drafts.map(d => [d.key, d])), resume: [...drafts].sort(byAge).map(d => d.key) }),
  saved: worked => set({ saving: worked ? 'idle' : 'failed' }),
  clear: () => set(empty),
}))
