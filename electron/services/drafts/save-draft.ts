import type { Output, Parsed } from '#shared/contract/index.ts'
import { saveDraft as writeDraft } from '#electron/store/queries/drafts.ts'
import { invalid } from '../accounts/errors.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** Keeps the newest text of one form. Not audited and not remembered as a command: it happens twice a second while somebody types. */
export function saveDraft({ store, ids }: Deps, context: RequestContext, draft: Parsed<'drafts.save'>): Output<'drafts.save'> {
  if (!isJson(draft.values)) throw invalid({ values: 'These are not the values of a form.' })
  store.write({ ...context, commandId: null }, db => writeDraft(db, ids.next('draft'), context.actorId, draft, context.at))
  return { editedAt: context.at }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
