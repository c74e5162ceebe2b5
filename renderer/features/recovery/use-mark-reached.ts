import type { EntryView } from '#shared/contract/recovery.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'

/** Marks a milestone reached today by whoever is signed in: one key, one undo. */
export function useMarkReached(): (entry: EntryView) => void {
  const toasts = useToasts()
  const undo = useCommand('recovery.undoMark')
  const mark = useCommand('recovery.markReached')
  return entry => {
    void mark.run({ entryId: entry.id, version: entry.version }).then(done => {
      if (done !== null) toasts.undo(`Reached today: ${entry.label}`, () => void undo.run({ entryId: entry.id, version: done.version }))
    })
  }
}
