import type { z } from 'zod'
import { idOf } from './scalars.ts'

export const TimelineId = idOf<'timeline'>()
export type TimelineId = z.output<typeof TimelineId>
export const ReplanId = idOf<'replan'>()
export type ReplanId = z.output<typeof ReplanId>
export const EddRevisionId = idOf<'edd_revision'>()
export type EddRevisionId = z.output<typeof EddRevisionId>
