import type { staysContract } from '#shared/contract/stays.ts'
import { addStatusChange, addUnitMove, correctStay, listStaysOfPatient, recordStay } from '#electron/services/stays/record-stay.ts'
import type { HandlersOf } from '../handler.ts'

export const staysHandlers: HandlersOf<typeof staysContract> = {
  'stays.ofPatient': listStaysOfPatient,
  'stays.record': recordStay,
  'stays.correct': correctStay,
  'stays.addStatusChange': addStatusChange,
  'stays.addUnitMove': addUnitMove,
}
