import { Button } from '@fluentui/react-components'
import { wholeCaseload } from '#shared/domain/worklists/whole-caseload.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'

interface CaseloadEmptyProps {
  readonly definition: WorklistDefinition
  readonly onShowAll: (definition: WorklistDefinition) => void
}

/** Why the list is empty, and the one thing to do about it. */
export function CaseloadEmpty({ definition, onShowAll }: CaseloadEmptyProps) {
  const go = useRoute(s => s.go)
  const mayImport = useMay('records.import')
  if (isNarrowed(definition)) {
    return <EmptyState title="No case matches" action={<Button size="small" onClick={() => onShowAll({ ...wholeCaseload, scope: definition.scope })}>Clear the filters</Button>}>Nothing in this scope fits what is filtered.</EmptyState>
  }
  if (definition.scope !== 'all') {
    return <EmptyState title={definition.scope === 'mine' ? 'No case is assigned to you' : 'No case here'} action={<Button size="small" onClick={() => onShowAll(wholeCaseload)}>Show all cases</Button>}>Open a case for a patient, or look at every case of this workstation.</EmptyState>
  }
  return (
    <EmptyState title="No cases yet" action={mayImport ? <Button size="small" appearance="primary" onClick={() => go({ screen: 'imports' })}>Import this morning’s census</Button> : undefined}>
      {mayImport ? 'Import a census, a spreadsheet or FHIR bundles, or add a patient by hand; then open a case.' : 'A case manager imports the census and opens the cases.'}
    </EmptyState>
  )
}

function isNarrowed({ text, statuses, unitIds, payerKinds, risks, stayStatuses, eddWithinDays, overExpectedLos }: WorklistDefinition): boolean {
  const usual = JSON.stringify(statuses) === JSON.stringify(wholeCaseload.statuses)
  return text.trim() !== '' || !usual || unitIds.length > 0 || payerKinds.length > 0 || risks.length > 0 || stayStatuses.length > 0 || eddWithinDays !== 'any' || overExpectedLos
}
