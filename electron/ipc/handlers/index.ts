import type { Handlers } from '../handler.ts'
import { casesHandlers } from './cases.ts'
import { jobsHandlers } from './jobs.ts'
import { notesHandlers } from './notes.ts'
import { patientsHandlers } from './patients.ts'
import { printHandlers } from './print.ts'
import { recoveryHandlers } from './recovery.ts'
import { referenceHandlers } from './reference.ts'
import { staysHandlers } from './stays.ts'
import { worklistHandlers } from './worklists.ts'

/** Every operation's handler, one line an area. */
export const handlers: Handlers = {
  ...casesHandlers,
  ...jobsHandlers,
  ...notesHandlers,
  ...patientsHandlers,
  ...printHandlers,
  ...recoveryHandlers,
  ...referenceHandlers,
  ...staysHandlers,
  ...worklistHandlers,
}
