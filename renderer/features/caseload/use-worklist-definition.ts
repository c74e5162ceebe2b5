import { useState } from 'react'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import { WorklistDefinition } from '#shared/model/worklist.ts'
import { usePreference } from '#renderer/app/use-preference.ts'

export interface WorklistChoice {
  readonly definition: WorklistDefinition
  /** A change lasts until the screen is left; the sort and scope are remembered when made the default. */
  readonly change: (part: Partial<WorklistDefinition>) => void
  readonly show: (definition: WorklistDefinition) => void
  readonly makeDefault: () => void
  readonly isDefault: boolean
}

const startingPoint: WorklistDefinition = { ...wholeCaseload, scope: 'mine' }

/** What the caseload shows: starts from "my default", which a person sets from what is on the screen. */
export function useWorklistDefinition(): WorklistChoice {
  const [mine, setMine] = usePreference('caseload.default', WorklistDefinition, startingPoint)
  const [chosen, setChosen] = useState<WorklistDefinition | null>(null)
  const definition = chosen ?? mine
  return {
    definition,
    change: part => setChosen({ ...definition, ...part }),
    show: setChosen,
    makeDefault: () => setMine({ ...definition, text: '' }),
    isDefault: JSON.stringify({ ...definition, text: '' }) === JSON.stringify(mine),
  }
}
