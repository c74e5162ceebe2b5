import { useJobProgress } from '#renderer/api/use-job-progress.ts'
import { useImport } from '#renderer/state/import-store.ts'
import { ProgressBar } from '#renderer/ui/progress-bar.tsx'
import type { CommandId } from '#shared/model/ids.ts'
import { ChooseFiles } from './choose-files.tsx'
import { ImportPreviewView } from './import-preview.tsx'
import { ImportResultView } from './import-result.tsx'
import s from './imports.module.css'
import { useImportJob } from './use-import-job.ts'

/** Choose, look, import, result: one after the other on one page, which may be left and come back to. */
export function ImportFlow() {
  const now = useImport(state => state.now)
  const inPreview = useImport(state => state.inPreview)
  const job = useImportJob()
  switch (now.stage) {
    case 'choose': return <ChooseFiles onChosen={job.read} />
    case 'reading': return <Working commandId={now.commandId} label="Reading files" hint="Nothing is changed yet. You may go on working elsewhere; what was found waits here." />
    case 'importing': return <Working commandId={now.commandId} label="Importing" hint="You may go on working elsewhere; the result waits here until the workstation locks. Cancelling keeps the patients that are finished and leaves the others as they were." />
    case 'result': return <ImportResultView result={now.result} onAgain={job.startAgain} />
    case 'preview': return (
      <ImportPreviewView preview={now} onChange={inPreview} onRemap={wish => job.remap(now, wish)} onBack={job.startAgain} onImport={() => job.run(now)} />
    )
  }
}

function Working({ commandId, label, hint }: { readonly commandId: CommandId; readonly label: string; readonly hint: string }) {
  const { progress, cancel } = useJobProgress(commandId)
  const number = (value: number | 'unknown' | undefined): number | null => (value === undefined || value === 'unknown' ? null : value)
  return (
    <div className={s['working']}>
      <ProgressBar label={progress?.label ?? label} done={progress?.done ?? 0} total={number(progress?.total)} secondsLeft={number(progress?.secondsLeft)} onCancel={cancel} />
      <p className={s['hint']}>{hint}</p>
    </div>
  )
}
