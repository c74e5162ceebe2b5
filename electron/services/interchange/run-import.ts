import { AppError } from '#shared/contract/errors.ts'
import type { Output, Parsed } from '#shared/contract/index.ts'
import type { ImportResult } from '#shared/model/import.ts'
import { insertRun } from '#electron/store/queries/interchange/runs.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { backUp } from '../workstation/back-up.ts'
import { importPatients } from './import-patients.ts'
import { type SheetOutcome, importSheet } from './import-sheet.ts'
import { Tally } from './import-tally.ts'
import type { ImportWork } from './import-work.ts'
import { type Preview, keepPreview, requirePreview } from './preview-shelf.ts'

/** Imports what a preview showed, patient by patient, after a backup. What was imported stays when it is cancelled: whole patients, each in a transaction of its own. */
export async function runImport(deps: Deps, context: RequestContext, { previewId, choices, openCases }: Parsed<'imports.run'>): Promise<Output<'imports.run'>> {
  const preview = requirePreview(deps.store, previewId, context.actorId)
  if (preview.summary.sheet !== 'none' && preview.summary.sheet.missing.length > 0) throw new AppError({ code: 'refused', message: `The sheet still needs ${preview.summary.sheet.missing.join(' and ')}.` })
  const job = deps.jobs.start(context, 'Making a backup first')
  const startedAt = deps.clock.monotonicMillis()
  await backUp(deps, { ...context, commandId: null }, 'import', job.signal)
  job.relabel('Importing')
  const byKey = new Map(choices.map(choice => [choice.key, choice]))
  const work: ImportWork = { deps, context: { ...context, commandId: null }, job, preview, choiceOf: key => byKey.get(key) ?? null, openCases, tally: new Tally(preview) }
  const outcome = preview.sheet === null ? { cancelled: await importPatients(work) } : await importSheet(work, preview.sheet)
  const { cancelled, ...named } = outcome
  const result = work.tally.result({ id: deps.ids.next('import'), cancelled, seconds: (deps.clock.monotonicMillis() - startedAt) / 1000 })
  record(deps, context, preview, result, preview.kind === 'census' ? named : {})
  keepPreview(deps.store, null)
  deps.events.changed('patients', 'cases', 'stays', 'recovery', 'worklists', 'imports')
  return result
}

/** The last write of the import: it carries the command's outcome. Figures only, no names of people or files. */
function record({ store }: Deps, context: RequestContext, preview: Preview, result: ImportResult, named: Partial<SheetOutcome>): ImportResult {
  const { importId, kind, cancelled, files, patients, resources, imported, crashed } = result
  const notUsed = result.notUsed.reduce((sum, each) => sum + each.count, 0)
  return store.write(context, db => {
    insertRun(db, {
      id: importId, kind, at: context.at, asOf: kind === 'census' && !cancelled ? preview.sheet?.asOf ?? null : null, by: context.actorId,
      counts: { files, patients, resources, imported, notUsed, crashed, ...named }, cancelled,
    })
    db.audit({ action: cancelled ? 'import.cancelled' : 'import.run', entity: 'import_run', entityId: importId, detail: { kind, files, patients, resources, imported, notUsed, crashed, new: result.states.new, changed: result.states.changed } })
    return result
  })
}
