import { useQuery } from '@tanstack/react-query'
import { WorklistScope } from '#shared/model/worklist.ts'
import { FilterChips } from '#renderer/ui/filter-chips.tsx'
import { SearchBox } from '#renderer/ui/search-box.tsx'
import { Toolbar } from '#renderer/ui/toolbar.tsx'
import { caseloadQueries } from './caseload-queries.ts'
import { scopeWords } from './caseload-words.ts'
import { FilterMenu } from './filter-menu.tsx'
import { SavedFilters } from './saved-filters.tsx'
import type { WorklistChoice } from './use-worklist-definition.ts'

interface CaseloadToolbarProps {
  readonly choice: WorklistChoice
  /** The arrow key that goes from the filter into the table. */
  readonly onLeaveFilter: () => void
}

/** Filter as you type, whose cases, what else narrows them, and what was saved. */
export function CaseloadToolbar({ choice, onLeaveFilter }: CaseloadToolbarProps) {
  const { definition, change } = choice
  const counts = useQuery(caseloadQueries.counts()).data
  const count = { mine: counts?.mine, 'my-unit': counts?.myUnit, all: counts?.all, unassigned: counts?.unassigned }
  return (
    <Toolbar ariaLabel="What the caseload shows" end={<SavedFilters choice={choice} />}>
      <SearchBox label="Filter by name, MRN, unit, DRG or payer" placeholder="Filter by name, MRN, unit, DRG, payer" width={280} value={definition.text} onChange={text => change({ text })} onArrowDown={onLeaveFilter} onEnter={onLeaveFilter} />
      <FilterChips
        ariaLabel="Whose cases"
        options={[...WorklistScope.values].map(scope => ({ id: scope, label: scopeWords[scope], count: count[scope] }))}
        selected={definition.scope}
        onSelect={scope => change({ scope: WorklistScope.parse(scope) })}
      />
      <FilterMenu definition={definition} onChange={change} />
    </Toolbar>
  )
}
