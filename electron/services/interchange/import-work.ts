import type { RowChoice } from '#shared/model/import.ts'
import type { Deps, RequestContext } from '../deps.ts'
import type { Job } from '../jobs.ts'
import type { Tally } from './import-tally.ts'
import type { Preview } from './preview-shelf.ts'

/** One run of an import, handed from step to step. */
export interface ImportWork {
  readonly deps: Deps
  /** Of the request, without its command id: only the last write ends the command. */
  readonly context: RequestContext
  readonly job: Job
  readonly preview: Preview
  readonly choiceOf: (key: string) => RowChoice | null
  readonly openCases: boolean
  readonly tally: Tally
}
