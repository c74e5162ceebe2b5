import { Filter16Regular } from '@fluentui/react-icons'
import { caseStatusNames, payerKindNames, riskNames, stayStatusNames } from '#shared/domain/caseload/words.ts'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { PayerKind } from '#shared/model/patient.ts'
import { CaseStatus, Risk } from '#shared/model/case.ts'
import { StayStatus } from '#shared/model/stay.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { MenuButton, type MenuEntry } from '#renderer/ui/menu.tsx'

interface FilterMenuProps {
  readonly definition: WorklistDefinition
  readonly onChange: (part: Partial<WorklistDefinition>) => void
}

/** What narrows the list beside text and scope, each group a tick list; the button counts what is on. */
export function FilterMenu({ definition, onChange }: FilterMenuProps) {
  const { units } = useFacilityFacts()
  const tick = <T extends string>(id: string, label: string, value: T, chosen: readonly T[], keep: (next: T[]) => void): MenuEntry => ({
    id, label, checked: chosen.includes(value), run: () => keep(chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value]),
  })
  const items: MenuEntry[] = [
    { heading: 'Discharge' },
    { id: 'edd-today', label: 'EDD today or past', checked: definition.eddWithinDays === 0, run: () => onChange({ eddWithinDays: definition.eddWithinDays === 0 ? 'any' : 0 }) },
    { id: 'edd-tomorrow', label: 'EDD by tomorrow', checked: definition.eddWithinDays === 1, run: () => onChange({ eddWithinDays: definition.eddWithinDays === 1 ? 'any' : 1 }) },
    { id: 'over-los', label: 'Longer than expected', checked: definition.overExpectedLos, run: () => onChange({ overExpectedLos: !definition.overExpectedLos }) },
    { heading: 'Case' },
    ...[...CaseStatus.values].map(status => tick(`status-${status}`, caseStatusNames[status], status, definition.statuses, statuses => onChange({ statuses }))),
    { heading: 'Stay' },
    ...[...StayStatus.values].map(status => tick(`stay-${status}`, stayStatusNames[status], status, definition.stayStatuses, stayStatuses => onChange({ stayStatuses }))),
    { heading: 'Risk' },
    ...[...Risk.values].map(risk => tick(`risk-${risk}`, riskNames[risk], risk, definition.risks, risks => onChange({ risks }))),
    { heading: 'Unit' },
    ...units.filter(unit => !unit.removed).map(unit => tick(`unit-${unit.unitId}`, unit.name, unit.unitId, definition.unitIds, unitIds => onChange({ unitIds }))),
    { heading: 'Payer' },
    ...[...PayerKind.values].map(kind => tick(`payer-${kind}`, payerKindNames[kind], kind, definition.payerKinds, payerKinds => onChange({ payerKinds }))),
  ]
  const on = filtersOn(definition)
  return <MenuButton label={on === 0 ? 'Filters' : `Filters (${on})`} icon={<Filter16Regular />} items={items} several />
}

/** How many groups narrow the list; the usual two statuses do not count. */
function filtersOn({ statuses, unitIds, payerKinds, risks, stayStatuses, eddWithinDays, overExpectedLos }: WorklistDefinition): number {
  const usualStatuses = statuses.length === 2 && statuses.includes('open') && statuses.includes('on-hold')
  return [!usualStatuses, unitIds.length > 0, payerKinds.length > 0, risks.length > 0, stayStatuses.length > 0, eddWithinDays !== 'any', overExpectedLos].filter(Boolean).length
}
