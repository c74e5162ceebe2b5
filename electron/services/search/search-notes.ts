import type { Output, Parsed } from '#shared/contract/index.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Words in notes, newest first; in the reader. */
export async function findNotes({ store, reader }: Deps, context: RequestContext, { text }: Parsed<'search.notes'>): Promise<Output<'search.notes'>> {
  if (text.trim() === '') return []
  const hits = await reader.run('searchNotes', { text })
  store.recordRead(context, { action: 'search.notes', entity: 'note', entityId: 'search', detail: { hits: hits.length } })
  return hits.map(hit => ({ ...hit, on: plainDateOf(hit.at, context.zone) }))
}
