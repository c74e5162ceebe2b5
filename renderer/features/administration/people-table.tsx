import { MoreHorizontal16Regular } from '@fluentui/react-icons'
import type { Person } from '#shared/contract/accounts.ts'
import { roleNames } from '#shared/model/role.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { MenuButton, type MenuEntry } from '#renderer/ui/menu.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'

export type PersonAction = 'edit' | 'reset' | 'disable' | 'enable'

interface Props {
  readonly people: readonly Person[]
  readonly onAction: (action: PersonAction, person: Person) => void
}

/** Everyone with a sign-in, the active ones first. */
export function PeopleTable({ people, onAction }: Props) {
  const { units } = useFacilityFacts()
  const nameOf = (unitId: string): string => units.find(unit => unit.unitId === unitId)?.name ?? ''
  const columns: Column<Person>[] = [
    { id: 'name', header: 'Name', width: 190, cell: person => <b>{person.fullName}</b> },
    { id: 'initials', header: 'Initials', width: 70, grow: 0, cell: person => person.initials },
    { id: 'signInName', header: 'Sign-in name', width: 130, cell: person => person.signInName },
    { id: 'role', header: 'Role', width: 170, cell: person => roleNames[person.role] },
    { id: 'units', header: 'Units', width: 200, cell: person => (person.role === 'administrator' ? 'No patients' : person.unitIds.map(nameOf).join(', ') || 'None') },
    { id: 'status', header: 'Status', width: 100, grow: 0, cell: person => (person.status === 'active' ? <StatusTag tone="ok" quiet>Active</StatusTag> : <StatusTag tone="mute" quiet>Disabled</StatusTag>) },
    { id: 'lastSignInAt', header: 'Last sign-in', width: 140, cell: person => (person.lastSignInAt === 'never' ? 'Never' : <Moment at={person.lastSignInAt} />) },
    { id: 'actions', header: 'Actions', width: 70, grow: 0, cell: person => <MenuButton label={`Actions for ${person.fullName}`} iconOnly icon={<MoreHorizontal16Regular />} items={itemsFor(person, onAction)} /> },
  ]
  return <PlainTable ariaLabel="People" columns={columns} rows={people} rowId={person => person.personId} onOpen={person => onAction('edit', person)} />
}

function itemsFor(person: Person, onAction: Props['onAction']): readonly MenuEntry[] {
  const item = (action: PersonAction, label: string, danger = false): MenuEntry => ({ id: action, label, danger, run: () => onAction(action, person) })
  if (person.status === 'disabled') return [item('enable', 'Let them sign in again')]
  return [item('edit', 'Edit'), item('reset', 'Forgotten passphrase'), { divider: 'd' }, item('disable', 'Disable', true)]
}
