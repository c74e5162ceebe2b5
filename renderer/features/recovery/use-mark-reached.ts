import type { EntryView } from '#shared/contract/recovery.ts'
import { useCommandOnce } from '#renderer/api/use-command-once.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'

/** Marks a milestone reached today by whoever is signed in: one key, one undo. `r ↓ r` marks two; `r r` on one row marks it once. */
export function useMarkReached(): (entry: EntryView) => void {
  const toasts = useToasts()
  const undo = useCommandOnce('recovery.undoMark')
  const mark = useCommandOnce('recovery.markReached')
  return ({ id, version, label }) =>
    mark(`${id} ${version}`, { entryId: id, version }, done => toasts.undo(`Reached today: ${label}`, () => undo(`${id} ${done.version}`, { entryId: id, version: done.version })))
}
