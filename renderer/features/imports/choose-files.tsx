import { Button } from '@fluentui/react-components'
import { ArrowImport20Regular, DocumentAdd20Regular, FolderOpen20Regular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { FileHandle } from '#shared/contract/bridge.ts'
import { cx } from '#renderer/ui/cx.ts'
import { Panel } from '#renderer/ui/panel.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './imports.module.css'
import { useFileDrop } from './use-file-drop.ts'

const ACCEPTED = ['.json', '.ndjson', '.csv', '.tsv', '.txt', '.xlsx']

/** The beginning of every import: drop, choose, or paste. */
export function ChooseFiles({ onChosen }: { readonly onChosen: (handles: readonly FileHandle[]) => void }) {
  const { shell } = window.workstation
  const toasts = useToasts()
  const [pasted, setPasted] = useState('')
  const offer = (choosing: Promise<readonly FileHandle[]>): void => {
    choosing.then(handles => { if (handles.length > 0) onChosen(handles) }).catch(() => toasts.failed('The files could not be taken', 'Choose fewer at once, or try again.'))
  }
  const drop = useFileDrop(files => offer(shell.acceptFiles(files)))
  const usePasted = (): void => offer(shell.offerText('Pasted rows', pasted).then(handle => [handle]))
  return (
    <div className={s['choose']}>
      <section aria-label="Choose files" className={cx(s['drop'], drop.isOver && s['over'])} {...drop.handlers}>
        <ArrowImport20Regular aria-hidden />
        <p className={s['dropTitle']}>Drop this morning’s census, your own spreadsheet, or FHIR bundles here</p>
        <p className={s['hint']}>CSV, Excel (.xlsx), FHIR R4 as JSON. Nothing is changed before you have seen what would change. Files up to 64 MB; they are read on this computer only.</p>
        <div className={s['buttons']}>
          <Button appearance="primary" size="small" icon={<DocumentAdd20Regular />} onClick={() => offer(shell.openFiles({ accept: ACCEPTED, folder: false }))}>Choose files…</Button>
          <Button size="small" icon={<FolderOpen20Regular />} onClick={() => offer(shell.openFiles({ accept: ACCEPTED, folder: true }))}>Choose a folder…</Button>
        </div>
      </section>
      <Panel title="Or paste rows" sub="Copied from a spreadsheet or a report, with the line of headers">
        <div className={s['stack']}>
          <TextAreaField label="Rows" labelHidden value={pasted} onChange={setPasted} rows={6} />
          <div><Button size="small" disabled={pasted.trim() === ''} onClick={usePasted}>Use these rows</Button></div>
        </div>
      </Panel>
    </div>
  )
}
