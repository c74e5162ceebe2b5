import type { draftsContract } from '#shared/contract/drafts.ts'
import { discardDraft } from '#electron/services/drafts/discard-draft.ts'
import { listDrafts } from '#electron/services/drafts/list-drafts.ts'
import { saveDraft } from '#electron/services/drafts/save-draft.ts'
import type { HandlersOf } from '../handler.ts'

export const draftsHandlers: HandlersOf<typeof draftsContract> = {
  'drafts.list': listDrafts,
  'drafts.save': saveDraft,
  'drafts.discard': discardDraft,
}
