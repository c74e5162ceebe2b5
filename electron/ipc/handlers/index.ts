import type { Handlers } from '../handler.ts'
import { jobsHandlers } from './jobs.ts'
import { notesHandlers } from './notes.ts'
import { worklistHandlers } from './worklists.ts'

/** Every operation's handler, one line an area. */
export const handlers: Handlers = {
  ...jobsHandlers,
  ...notesHandlers,
  ...worklistHandlers,
}
