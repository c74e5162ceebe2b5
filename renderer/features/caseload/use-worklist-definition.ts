import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { WorklistDefinition } from '#shared/model/worklist.ts'
import { usePreference } from '#renderer/app/use-preference.ts'
import { useCaseload } from '#renderer/state/caseload-store.ts'

export interface WorklistChoice {
  readonly definition: WorklistDefinition
  /** The person's default is known: before that, what is shown may not be theirs. */
  readonly isLoaded: boolean
  /** A change lasts until the workstation locks; the sort and scope are remembered when made the default. */
  readonly change: (part: Partial<WorklistDefinition>) => void
  readonly show: (definition: WorklistDefinition) => void
  readonly makeDefault: () => void
  readonly isDefault: boolean
}

const startingPoint: WorklistDefinition = { ...wholeCaseload, scope: 'mine' }

/** What the caseload shows: starts from "my default", which a person sets from what is on the screen. */
export function useWorklistDefinition(): WorklistChoice {
  const [mine, setMine, isLoaded] = usePreference('caseload.default', WorklistDefinition, startingPoint)
  const chosen = useCaseload(s => s.chosen)
  const show = useCaseload(s => s.show)
  const definition = chosen ?? mine
  return {
    definition,
    isLoaded: isLoaded || chosen !== null,
    change: part => show({ ...definition, ...part }),
    show,
    makeDefault: () => setMine({ ...definition, text: '' }),
    isDefault: JSON.stringify({ ...definition, text: '' }) === JSON.stringify(mine),
  }
}
