import type { FileHandle } from '#shared/contract/bridge.ts'
import type { CommandId } from '#shared/model/ids.ts'
import type { ImportPreview, ImportResult } from '#shared/model/import.ts'
import { plural } from '#shared/kernel/plural.ts'
import { call, errorShape } from '#renderer/api/client.ts'
import { newCommandId } from '#renderer/api/command-id.ts'
import { errorTitle } from '#renderer/api/error-words.ts'
import { useImport, type ImportStage, type PreviewStage } from '#renderer/state/import-store.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { useToasts, type Toasts } from '#renderer/ui/toasts.tsx'
import type { SheetWish } from './sheet-wish.ts'

interface ImportJob {
  readonly read: (handles: readonly FileHandle[]) => void
  readonly remap: (preview: PreviewStage, wish: SheetWish) => void
  readonly run: (preview: PreviewStage) => void
  readonly startAgain: () => void
}

/** The steps of an import. They go on when the screen is left: what becomes of them is written into the store and told by a toast. */
export function useImportJob(): ImportJob {
  const toasts = useToasts()
  return {
    read: handles => void read(handles, toasts),
    remap: (preview, wish) => void remap(preview, wish, toasts),
    run: preview => void run(preview, toasts),
    startAgain,
  }
}

const to = (stage: ImportStage): void => useImport.getState().to(stage)
const previewOf = (summary: ImportPreview, revision: number): PreviewStage => ({ stage: 'preview', summary, revision, choices: new Map(), openCases: false, remapping: false })

/** After a lock the store is empty or somebody else's: an answer to an earlier command has no place in it any more. */
function isStill(commandId: CommandId): boolean {
  const { now } = useImport.getState()
  return (now.stage === 'reading' || now.stage === 'importing') && now.commandId === commandId
}

async function read(handles: readonly FileHandle[], toasts: Toasts): Promise<void> {
  const commandId = newCommandId()
  to({ stage: 'reading', commandId })
  try {
    const summary = await call('imports.preview', { handles: handles.map(each => each.handle), as: 'auto' }, commandId)
    if (!isStill(commandId)) return
    to(previewOf(summary, 1))
    tellElsewhere(toasts, 'The files are read', 'Nothing is changed yet.')
  } catch (thrown) {
    if (!isStill(commandId)) return
    to({ stage: 'choose' })
    tellFailure(toasts, thrown)
  }
}

async function remap(preview: PreviewStage, { mapping, as, asOf }: SheetWish, toasts: Toasts): Promise<void> {
  const { inPreview } = useImport.getState()
  inPreview({ remapping: true })
  try {
    const summary = await call('imports.remap', { previewId: preview.summary.previewId, mapping: [...mapping], as, asOf })
    if (isShown(preview)) to(previewOf(summary, preview.revision + 1))
  } catch (thrown) {
    if (!isShown(preview)) return
    inPreview({ remapping: false })
    tellFailure(toasts, thrown)
  }
}

function isShown({ summary }: PreviewStage): boolean {
  const { now } = useImport.getState()
  return now.stage === 'preview' && now.summary.previewId === summary.previewId
}

// When no answer came, the same import is asked for under the same id, so that what was done is not done twice.
let unanswered: { readonly commandId: CommandId; readonly asked: string } | null = null

async function run(preview: PreviewStage, toasts: Toasts): Promise<void> {
  const input = { previewId: preview.summary.previewId, choices: [...preview.choices.values()], openCases: preview.openCases }
  const asked = JSON.stringify(input)
  const commandId = unanswered?.asked === asked ? unanswered.commandId : newCommandId()
  unanswered = { commandId, asked }
  to({ stage: 'importing', commandId, from: preview })
  try {
    const result = await call('imports.run', input, commandId)
    unanswered = null
    if (!isStill(commandId)) return
    to({ stage: 'result', result })
    tellElsewhere(toasts, result.cancelled ? 'Import cancelled' : 'Import finished', resultWords(result))
  } catch (thrown) {
    if (!isStill(commandId)) return
    to(preview)
    tellFailure(toasts, thrown)
  }
}

function startAgain(): void {
  const { now } = useImport.getState()
  // The core forgets it at the next preview anyway.
  if (now.stage === 'preview') call('imports.discard', { previewId: now.summary.previewId }).catch(() => undefined)
  to({ stage: 'choose' })
}

const resultWords = ({ patients }: ImportResult): string => `${plural(patients, 'patient')}.`

/** On the import screen itself one sees it. */
function tellElsewhere(toasts: Toasts, title: string, body: string): void {
  if (useRoute.getState().route.screen === 'imports') return
  toasts.show({ tone: 'ok', title, body, action: { label: 'Look at it', run: () => useRoute.getState().go({ screen: 'imports' }) } })
}

function tellFailure(toasts: Toasts, thrown: unknown): void {
  const shape = errorShape(thrown)
  if (shape.code !== 'cancelled') toasts.failed(errorTitle(shape), shape.message)
}
