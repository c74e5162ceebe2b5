import { z } from 'zod'

/** Why two records may be one person; the most telling first. */
export const DuplicateReason = z.literal(['same-mrn', 'same-name-and-birth-date'])
export type DuplicateReason = z.output<typeof DuplicateReason>
