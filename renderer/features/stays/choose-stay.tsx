import { useQuery } from '@tanstack/react-query'
import type { StayView } from '#shared/contract/stays.ts'
import type { CaseId, PatientId } from '#shared/model/ids.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { stayQueries } from './stay-queries.ts'
import { fieldsOfStay, freeStays, stayWords } from './stay-words.ts'

/** Hangs one of the patient’s stays that belong to no case on this one: an imported stay is chosen, not recorded a second time. Nothing where there is none. */
export function ChooseStay({ patientId, caseId }: { readonly patientId: PatientId; readonly caseId: CaseId }) {
  const { zone } = useFacility()
  const toasts = useToasts()
  const stays = useQuery(stayQueries.ofPatient(patientId))
  const correct = useCommand('stays.correct')
  const free = freeStays(stays.data ?? [])
  if (free.length === 0) return null
  const choose = async ({ stay }: StayView) => {
    const fields = fieldsOfStay(stay)
    const done = await correct.run({ stayId: stay.id, expectedVersion: stay.version, caseId, fields })
    if (done !== null) toasts.undo('The stay belongs to this case now', () => void correct.run({ stayId: stay.id, expectedVersion: done.version, caseId: 'none', fields }))
  }
  return (
    <MenuButton
      label={free.length === 1 ? 'Choose the stay on record' : `Choose one of ${free.length} stays`}
      items={free.map(view => ({ id: view.stay.id, label: stayWords(view, zone), run: () => void choose(view) }))}
    />
  )
}
