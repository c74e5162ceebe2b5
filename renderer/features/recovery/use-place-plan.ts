import type { TemplateSummary } from '#shared/contract/recovery.ts'
import type { Input } from '#shared/contract/index.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'

type Reviewed = Pick<Input<'recovery.place'>, 'anchors' | 'rows'>

/** Places a template, with defaults or as reviewed, and offers the undo. */
export function usePlacePlan(caseId: CaseId, onPlaced: (() => void) | undefined) {
  const toasts = useToasts()
  const undo = useCommand('recovery.undoPlace')
  const place = useCommand('recovery.place')
  const run = async (template: TemplateSummary, how: Reviewed): Promise<boolean> => {
    const done = await place.run({ caseId, templateId: template.id, ...how })
    if (done === null) return false
    toasts.undo(`${template.label}: ${done.placed} entries placed`, () => void undo.run({ timelineId: done.timelineId }))
    onPlaced?.()
    return true
  }
  return { withDefaults: (template: TemplateSummary) => void run(template, { anchors: {}, rows: 'defaults' }), reviewed: run, isPlacing: place.isRunning }
}
