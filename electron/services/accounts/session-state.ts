import type { Output } from '#shared/contract/index.ts'
import type { CoreDeps, Deps } from '../deps.ts'

export const sessionState = ({ session }: CoreDeps): Output<'session.state'> => session.state()

/** Somebody is working: the idle watch starts anew. */
export function activity({ session }: Deps): Output<'session.activity'> {
  session.touch()
  return {}
}
