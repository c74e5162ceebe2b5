import type { Output, Parsed } from '#shared/contract/index.ts'
import { isWarning } from '#electron/store/anchor.ts'
import { refused } from '../accounts/errors.ts'
import type { Deps, RequestContext } from '../deps.ts'

/** The administrator has looked at what the seal of the history warned of: from here on the store as it is counts. What it warned of and why it was accepted stay in the history. */
export function acceptAnchor({ store }: Deps, context: RequestContext, { reason }: Parsed<'workstation.acceptAnchor'>): Output<'workstation.acceptAnchor'> {
  if (!isWarning(store.anchorState)) throw refused('The history agrees with its seal; there is nothing to accept.')
  store.acceptAnchor(context, reason)
  return {}
}
