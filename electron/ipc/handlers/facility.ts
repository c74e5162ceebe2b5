import type { facilityContract } from '#shared/contract/facility.ts'
import { addUnit, editUnit, getFacility, removeUnit, updateFacility } from '#electron/services/accounts/facility.ts'
import type { HandlersOf } from '../handler.ts'

export const facilityHandlers: HandlersOf<typeof facilityContract> = {
  'facility.get': getFacility,
  'facility.update': updateFacility,
  'facility.addUnit': addUnit,
  'facility.editUnit': editUnit,
  'facility.removeUnit': removeUnit,
}
