import type { Handlers } from '../handler.ts'
import { accountsHandlers } from './accounts.ts'
import { auditHandlers } from './audit.ts'
import { casesHandlers } from './cases.ts'
import { draftsHandlers } from './drafts.ts'
import { facilityHandlers } from './facility.ts'
import { importsHandlers } from './imports.ts'
import { jobsHandlers } from './jobs.ts'
import { notesHandlers } from './notes.ts'
import { patientsHandlers } from './patients.ts'
import { printHandlers } from './print.ts'
import { recoveryHandlers } from './recovery.ts'
import { referenceHandlers } from './reference.ts'
import { sessionHandlers } from './session.ts'
import { staysHandlers } from './stays.ts'
import { worklistHandlers } from './worklists.ts'
import { workstationHandlers } from './workstation.ts'

/** Every operation's handler, one line an area. */
export const handlers: Handlers = {
  ...accountsHandlers,
  ...auditHandlers,
  ...casesHandlers,
  ...draftsHandlers,
  ...facilityHandlers,
  ...importsHandlers,
  ...jobsHandlers,
  ...notesHandlers,
  ...patientsHandlers,
  ...printHandlers,
  ...recoveryHandlers,
  ...referenceHandlers,
  ...sessionHandlers,
  ...staysHandlers,
  ...worklistHandlers,
  ...workstationHandlers,
}
