import { Button } from '@fluentui/react-components'
import { ArrowDownload16Regular, ArrowLeft16Regular, Print16Regular } from '@fluentui/react-icons'
import { useRef, useState, type ReactNode } from 'react'
import type { PrintAnswer } from '#shared/contract/bridge.ts'
import type { PaperKind } from '#shared/contract/print.ts'
import type { CaseId } from '#shared/model/ids.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { SwitchField } from '#renderer/ui/choice-fields.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { PrintPreview as PrintDesk } from '#renderer/ui/print-page.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { countPages } from './count-pages.ts'
import s from './print-preview.module.css'

export type PaperSize = 'letter' | 'a4'
export interface PaperChoices {
  readonly large: boolean
  readonly size: PaperSize
}

export interface PrintPreviewProps {
  /** Names the document in the window and the PDF; never a patient. */
  readonly title: string
  readonly paper: PaperKind
  readonly caseId: CaseId | 'none'
  /** What the audit calls a list. */
  readonly subject: string | 'none'
  readonly onClose: () => void
  /** More choices of this paper, beside size and large print. */
  readonly options?: ReactNode
  /** A word above the pages that is not printed. */
  readonly notice?: ReactNode
  readonly startLarge?: boolean | undefined
  /** PrintPages. */
  readonly children: (choices: PaperChoices) => ReactNode
}

/** The one way a paper leaves the program: shown first, then recorded, then handed to the printer or saved as a tagged PDF. */
export function PrintPreview({ title, paper, caseId, subject, onClose, options, notice, startLarge = false, children }: PrintPreviewProps) {
  const [large, setLarge] = useState(startLarge)
  const [size, setSize] = useState<PaperSize>('letter')
  const desk = useRef<HTMLDivElement>(null)
  const toasts = useToasts()
  const record = useCommand('print.record')

  const print = async (target: 'printer' | 'pdf') => {
    const { shell } = window.workstation
    const recorded = await record.run({ paper, caseId, subject, target: shell.printsBy === 'dialog' ? 'dialog' : target, pages: countPages(desk.current), largePrint: large })
    if (recorded === null) return
    const answer = await shell.print(target, title).catch(() => null)
    if (answer === null) toasts.failed('Not printed', 'The printer or the folder could not be reached. Try again.')
    else if (target === 'pdf') tellOfPdf(answer)
  }

  const tellOfPdf = (answer: PrintAnswer) => {
    if (answer === 'done') toasts.show({ title: 'Saved as PDF' })
    // Whether a file came of it is known to the dialog alone.
    if (answer === 'dialog') toasts.show({ tone: 'info', title: 'Choose “Save as PDF” in the window that opens', seconds: 20 })
  }

  const actions = (
    <>
      {options}
      <SwitchField label="Large print" value={large} onChange={setLarge} />
      <SelectField label="Paper" labelHidden required width={110} value={size} options={paperSizes} onChange={value => setSize(value === 'a4' ? 'a4' : 'letter')} />
      <Button size="small" icon={<ArrowDownload16Regular />} disabledFocusable={record.isRunning} onClick={() => void print('pdf')}>Save as PDF</Button>
      <Button size="small" appearance="primary" icon={<Print16Regular />} disabledFocusable={record.isRunning} onClick={() => void print('printer')}>Print</Button>
    </>
  )
  return (
    <div className={s['screen']} ref={desk}>
      <div className={s['back']}>
        <IconButton label="Back" icon={<ArrowLeft16Regular />} onClick={onClose} />
        {notice !== undefined && <div className={s['notice']}>{notice}</div>}
      </div>
      <PrintDesk title={title} actions={actions}>{children({ large, size })}</PrintDesk>
    </div>
  )
}

const paperSizes = [{ value: 'letter', label: 'Letter' }, { value: 'a4', label: 'A4' }] as const
