import { z } from 'zod'

/** What a person is on this workstation; one role a person. Words of the field, see `product.md`. */
export const Role = z.literal([
  'case-manager', 'outpatient-case-manager', 'care-manager', 'assistant', 'lead', 'physician-advisor', 'privacy-officer', 'administrator',
])
export type Role = z.output<typeof Role>

export const roleNames: Readonly<Record<Role, string>> = {
  'case-manager': 'Case manager',
  'outpatient-case-manager': 'Outpatient case manager',
  'care-manager': 'Care manager',
  assistant: 'Assistant',
  lead: 'Lead',
  'physician-advisor': 'Physician advisor',
  'privacy-officer': 'Privacy officer',
  administrator: 'Administrator',
}
