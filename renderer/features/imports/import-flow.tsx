import { useState } from 'react'
import type { ImportPreview, ImportResult, RowChoice } from '#shared/model/import.ts'
import { call } from '#renderer/api/client.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useJobProgress } from '#renderer/api/use-job-progress.ts'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { ImportPreviewView } from './import-preview.tsx'
import { ImportResultView } from './import-result.tsx'
import s from './imports.module.css'
import type { SheetWish } from './sheet-wish.ts'

/** Choose, look, import, result: one after the other on one page. */
export function ImportFlow() {
  const [preview, setPreview] = useState<{ readonly summary: ImportPreview; readonly revision: number } | null>(null)
  const [result, setResult] = useState<ImportResult | null>(null)
  const show = (summary: ImportPreview): void => setPreview(before => ({ summary, revision: (before?.revision ?? 0) + 1 }))
  const read = useCommand('imports.preview', { onDone: show })
  const remap = useCommand('imports.remap', { onDone: show })
  const run = useCommand('imports.run', { onDone: done => { setResult(done); setPreview(null) } })
  const reading = useJobProgress(read.commandId)
  const running = useJobProgress(run.commandId)
  const startAgain = (): void => {
    // The core forgets it at the next preview anyway.
    if (preview !== null) call('imports.discard', { previewId: preview.summary.previewId }).catch(() => undefined)
    setPreview(null)
    setResult(null)
  }
  if (result !== null) return <ImportResultView result={result} onAgain={startAgain} />
  if (run.isRunning) return <Working of={running} label="Importing" />
  if (read.isRunning) return <Working of={reading} label="Reading files" />
  if (preview === null) return <ChooseFiles busy={read.isRunning} onChosen={handles => void read.run({ handles: handles.map(each => each.handle), as: 'auto' })} />
  const { summary, revision } = preview
  return (
    <ImportPreviewView preview={summary} revision={revision} busy={remap.isRunning}
      onRemap={({ mapping, as, asOf }: SheetWish) => void remap.run({ previewId: summary.previewId, mapping: [...mapping], as, asOf })}
      onBack={startAgain}
      onImport={(choices: readonly RowChoice[], openCases: boolean) => void run.run({ previewId: summary.previewId, choices: [...choices], openCases })} />
  )
}

function Working({ of: { progress, cancel }, label }: { readonly of: ReturnType<typeof useJobProgress>; readonly label: string }) {
  const number = (value: number | 'unknown' | undefined): number | null => (value === undefined || value === 'unknown' ? null : value)
  return (
    <div className={s['working']}>
      <ProgressBar label={progress?.label ?? label} done={progress?.done ?? 0} total={number(progress?.total)} secondsLeft={number(progress?.secondsLeft)} onCancel={cancel} />
      <p className={s['hint']}>You may go on working elsewhere. Cancelling keeps the patients that are finished and leaves the others as they were.</p>
    </div>
  )
}
