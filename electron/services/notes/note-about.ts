import type { Output, Parsed } from '#shared/contract/index.ts'
import { nameAbout } from '#electron/store/queries/notes/about.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Whose name stands over a note. The record it is opened from has been audited already. */
export function noteAbout({ store }: Deps, _context: RequestContext, { patientId, caseId }: Parsed<'notes.about'>): Output<'notes.about'> {
  return store.read(db => nameAbout(db, patientId, caseId)) ?? { found: 'no' }
}
