import type { Role } from '#shared/model/role.ts'
import type { UnitId } from '#shared/model/ids.ts'

export interface DemoUnit {
  readonly name: string
  readonly kind: 'inpatient' | 'clinic'
}

/** Six units and two clinics of a hospital that does not exist. */
export const demoUnits: readonly DemoUnit[] = [
  { name: '3 West Medical', kind: 'inpatient' },
  { name: '4 East Surgical', kind: 'inpatient' },
  { name: '5 North Orthopedics', kind: 'inpatient' },
  { name: '2 South Cardiac', kind: 'inpatient' },
  { name: 'ICU', kind: 'inpatient' },
  { name: 'Stroke and Neuro', kind: 'inpatient' },
  { name: 'Heart Failure Clinic', kind: 'clinic' },
  { name: 'Orthopedic Clinic', kind: 'clinic' },
]

export interface DemoPerson {
  readonly signInName: string
  readonly fullName: string
  readonly initials: string
  readonly role: Role
}

/** One person of each role, and a second case manager so that "mine" and "all" differ. */
export const demoPeople: readonly DemoPerson[] = [
  { signInName: 'demo-cm', fullName: 'Dana Moreno', initials: 'DM', role: 'case-manager' },
  { signInName: 'demo-cm2', fullName: 'Evan Whitlock', initials: 'EW', role: 'case-manager' },
  { signInName: 'demo-ocm', fullName: 'Olive Castellan', initials: 'OC', role: 'outpatient-case-manager' },
  { signInName: 'demo-care', fullName: 'Carl Meyerhoff', initials: 'CM', role: 'care-manager' },
  { signInName: 'demo-assistant', fullName: 'Asha Pillai', initials: 'AP', role: 'assistant' },
  { signInName: 'demo-lead', fullName: 'Lena Dahlberg', initials: 'LD', role: 'lead' },
  { signInName: 'demo-pa', fullName: 'Pat Advani', initials: 'PA', role: 'physician-advisor' },
  { signInName: 'demo-privacy', fullName: 'Priya Oconnor', initials: 'PO', role: 'privacy-officer' },
  { signInName: 'demo-admin', fullName: 'Adam Minkov', initials: 'AM', role: 'administrator' },
]

/** Clinicians of the bedside work on all units; an administrator on none. */
export function demoUnitsOf(role: Role, unitIds: readonly UnitId[]): readonly UnitId[] {
  return role === 'administrator' || role === 'privacy-officer' ? [] : unitIds
}
