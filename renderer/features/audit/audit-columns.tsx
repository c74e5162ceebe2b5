import type { AuditLine } from '#shared/contract/audit.ts'
import { roleNames } from '#shared/model/role.ts'
import { Moment } from '#renderer/ui/moment.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { actionWords, fieldWords } from './action-words.ts'

/** When, who, what, of whom. The last column says which fields, never what stood in them. */
export const auditColumns: Column<AuditLine>[] = [
  { id: 'time', header: 'When', width: 170, grow: 0, sortable: true, firstDirection: 'desc', cell: line => <Moment at={line.at} format="full" /> },
  { id: 'person', header: 'Person', width: 140, sortable: true, cell: line => (line.personName === 'none' ? 'The program' : line.personName) },
  { id: 'role', header: 'Role', width: 120, cell: line => (line.role === 'none' ? '' : roleNames[line.role]) },
  { id: 'action', header: 'What', width: 180, sortable: true, cell: line => <b>{actionWords(line.action)}</b> },
  { id: 'patient', header: 'Patient', width: 160, sortable: true, cell: line => (line.patientName === 'none' ? '' : line.patientName) },
  { id: 'detail', header: 'Fields and details', width: 280, grow: 2, cell: line => [line.changedFields.map(fieldWords).join(', '), line.detail].filter(text => text !== '').join(' · ') },
]
