import type { Role } from './role.ts'

/**
 * Who may do what: the one table. Every operation of the contract names one of these permissions.
 *
 * `anyone` is for operations that show nothing of a patient and are needed before or beside the work (sign-in, lock, own passphrase).
 * Limits per record (own unit, masked patients) will narrow these later; they join in `electron/ipc/dispatcher.ts`, after this table.
 */
const allowed = {
  anyone: 'all',
  'patients.read': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead', 'physician-advisor', 'privacy-officer'],
  'patients.write': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead'],
  'cases.write': ['case-manager', 'outpatient-case-manager', 'care-manager', 'lead'],
  'stays.write': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead'],
  'recovery.write': ['case-manager', 'outpatient-case-manager', 'care-manager', 'lead'],
  'notes.write': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead', 'physician-advisor'],
  'worklists.read': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead', 'physician-advisor'],
  'worklists.share': ['lead'],
  'records.print': ['case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead'],
  'records.export': ['case-manager', 'outpatient-case-manager', 'care-manager', 'lead'],
  'records.import': ['case-manager', 'outpatient-case-manager', 'care-manager', 'lead'],
  'audit.read': ['privacy-officer'],
  'facility.read': 'all',
  'facility.manage': ['administrator'],
  'people.manage': ['administrator'],
  'reference.read': 'all',
  'reference.manage': ['administrator', 'lead'],
  'backup.run': ['administrator', 'lead'],
  'workstation.check': 'all',
  'workstation.manage': ['administrator'],
} as const satisfies Record<string, 'all' | readonly Role[]>

export type Permission = keyof typeof allowed

/** True when the role holds the permission. */
export function mayDo(role: Role, permission: Permission): boolean {
  const roles: 'all' | readonly Role[] = allowed[permission]
  return roles === 'all' || roles.includes(role)
}
