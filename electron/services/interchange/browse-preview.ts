import type { Output, Parsed } from '#shared/contract/index.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { keepPreview, requirePreview } from './preview-shelf.ts'
import { previewSheet } from './preview-sheet.ts'
import { isUndecided } from './summarize-preview.ts'

/** A window of the preview's rows, by state. */
export function previewRows({ store }: Deps, context: RequestContext, { previewId, offset, limit, states, undecidedOnly }: Parsed<'imports.previewRows'>): Output<'imports.previewRows'> {
  const { rows } = requirePreview(store, previewId, context.actorId)
  const chosen = rows.filter(row => (states.length === 0 || states.includes(row.state)) && (!undecidedOnly || isUndecided(row)))
  return { rows: chosen.slice(offset, offset + limit), total: chosen.length }
}

/** The same sheet read by a corrected mapping, for another moment, or as another kind of sheet. */
export async function remapSheet(deps: Deps, context: RequestContext, { previewId, mapping, as, asOf }: Parsed<'imports.remap'>): Promise<Output<'imports.remap'>> {
  const { sheet, files, summary: { sheetsLeft } } = requirePreview(deps.store, previewId, context.actorId)
  if (sheet === null) throw new AppError({ code: 'refused', message: 'Only a spreadsheet has columns to map.' })
  if (asOf !== 'as-found' && asOf > context.at) throw new AppError({ code: 'validation', message: 'Check the time of the census.', fields: { asOf: 'A census cannot be from the future.' } })
  const job = deps.jobs.start(context, 'Comparing rows')
  // The sheet stands behind the files left out, of which one may have its name.
  const bytes = files.at(-1)?.bytes ?? 0
  const read = await previewSheet(deps, context, job, { id: previewId, sheet: sheet.sheet, bytes, files: files.slice(0, -1), as, mapping, asOf })
  const preview = { ...read, summary: { ...read.summary, sheetsLeft } }
  keepPreview(deps.store, preview)
  return preview.summary
}

export function discardPreview({ store }: Deps, context: RequestContext, { previewId }: Parsed<'imports.discard'>): Output<'imports.discard'> {
  requirePreview(store, previewId, context.actorId)
  keepPreview(store, null)
  return {}
}
