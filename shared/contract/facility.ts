import { z } from 'zod'
import { UnitId } from '#shared/model/ids.ts'
import { Line, Version } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'
import { UnitKind, Zone } from './session.ts'

export const Unit = z.strictObject({ unitId: UnitId, version: Version, name: z.string(), kind: UnitKind, removed: z.boolean() })
export type Unit = z.output<typeof Unit>

export const FacilityFields = z.strictObject({
  name: Line,
  zone: Zone,
  /** Minutes without a keystroke until the full lock. */
  idleMinutes: z.number().int().min(1, 'Between 1 and 15 minutes.').max(15, 'Between 1 and 15 minutes.'),
  /** Seconds without a keystroke until the screen blurs. */
  blurSeconds: z.number().int().min(60, 'Between 60 and 120 seconds.').max(120, 'Between 60 and 120 seconds.'),
  backupFolder: z.union([z.literal('beside-store'), Line]),
})
export type FacilityFields = z.output<typeof FacilityFields>

export const Facility = FacilityFields.extend({
  version: Version,
  demo: z.boolean(),
  /** In the facility's order; removed ones too, because old stays name them. */
  units: z.array(Unit),
})
export type Facility = z.output<typeof Facility>

export const facilityContract = {
  'facility.get': query({ input: z.strictObject({}), output: Facility, permission: 'facility.read' }),
  'facility.update': command({ input: z.strictObject({ expectedVersion: Version, fields: FacilityFields }), output: z.strictObject({ version: Version }), permission: 'facility.manage', stepUp: true }),
  'facility.addUnit': command({ input: z.strictObject({ name: Line, kind: UnitKind }), output: z.strictObject({ unitId: UnitId }), permission: 'facility.manage' }),
  'facility.editUnit': command({
    input: z.strictObject({ unitId: UnitId, expectedVersion: Version, name: Line, kind: UnitKind }), output: z.strictObject({ version: Version }), permission: 'facility.manage',
  }),
  /** Leaves every list of choices; stays and cases keep it. */
  'facility.removeUnit': command({ input: z.strictObject({ unitId: UnitId, expectedVersion: Version }), output: z.strictObject({ version: Version }), permission: 'facility.manage' }),
} as const
