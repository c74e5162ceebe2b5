import type { AccessOf, Channel, Output, Parsed } from '#shared/contract/index.ts'
import type { CoreDeps, Deps, KeylessContext, RequestContext } from '#electron/services/deps.ts'

type Answer<C extends Channel> = Output<C> | Promise<Output<C>>

/** The work of one operation. Those that run before unlock get no store: there is none to get. */
export type Handler<C extends Channel> = AccessOf<C> extends 'before-unlock'
  ? (deps: CoreDeps, context: KeylessContext, input: Parsed<C>) => Answer<C>
  : (deps: Deps, context: RequestContext, input: Parsed<C>) => Answer<C>

/** One handler an operation; forgetting one does not compile. */
export type Handlers = { readonly [C in Channel]: Handler<C> }

/** The handlers of one area: `HandlersOf<typeof casesContract>`. */
export type HandlersOf<AreaContract> = Pick<Handlers, Extract<keyof AreaContract, Channel>>
