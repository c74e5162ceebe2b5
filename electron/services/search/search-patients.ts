import type { Output, Parsed } from '#shared/contract/index.ts'
import { parseBirthDates } from '#shared/domain/worklists/parse-birth-date.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Finds patients and their cases; in the reader, so that a search never waits for a save. What was looked for is not written down, that someone looked is. */
export async function findPatients({ store, reader }: Deps, context: RequestContext, { text }: Parsed<'search.patients'>): Promise<Output<'search.patients'>> {
  if (text.trim() === '') return []
  const hits = await reader.run('searchPatients', { text, birthDates: [...parseBirthDates(text, context.today)] })
  store.recordRead(context, { action: 'search.patients', entity: 'patient', entityId: 'search', detail: { hits: hits.length } })
  return [...hits]
}
