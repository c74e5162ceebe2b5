import type { Output } from '#shared/contract/index.ts'
import type { Deps } from '../deps.ts'

/** Ends the session at once. The page has half a second to save what is typed, then the core process ends. */
export function lock({ session }: Deps): Output<'session.lock'> {
  session.lock('asked')
  return {}
}
