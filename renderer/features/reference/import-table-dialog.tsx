import { useState } from 'react'
import { FiscalYear } from '#shared/model/drg.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { NumberField, type NumberEntry } from '#renderer/ui/number-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './reference.module.css'

const largest = 2_000_000

/** Loads a fiscal year's MS-DRG table from a CSV file. The file holds no patient, so the page reads it itself. */
export function ImportTableDialog({ onClose }: { readonly onClose: () => void }) {
  const [year, setYear] = useState<NumberEntry>(null)
  const [source, setSource] = useState('')
  const [csv, setCsv] = useState<string | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const load = useCommand('reference.importDrgTable', {
    errors: 'inline',
    onDone: ({ fiscalYear, rowCount, casesRecounted }) => { toasts.show({ tone: 'ok', title: `FY${fiscalYear}: ${rowCount} DRGs loaded`, body: `${casesRecounted} cases recounted.` }); onClose() },
  })
  const fiscalYear = FiscalYear.safeParse(year)
  const choose = async (file: File | undefined) => {
    setTooLarge(file !== undefined && file.size > largest)
    setCsv(file === undefined || file.size > largest ? null : await file.text())
  }
  const submit = () => {
    setTried(true)
    if (fiscalYear.success && csv !== null && source.trim() !== '') void load.run({ fiscalYear: fiscalYear.data, source, csv })
  }
  const said = load.error?.code === 'validation' ? load.error.fields['csv'] : undefined
  const fileProblem = tooLarge ? 'This file is larger than 2 MB.' : (said ?? (tried && csv === null ? 'Choose a CSV file.' : undefined))
  return (
    <Dialog open onClose={onClose} title="Load a DRG table" sub="CMS IPPS Table 5 saved as CSV, or the layout of our own table." size="small" onSubmit={submit} busy={load.isRunning} actions={<DialogButtons primary="Load table" onCancel={onClose} busy={load.isRunning} />}>
      {load.error !== null && said === undefined && <Banner tone="bad" title="Nothing was loaded">{load.error.message}</Banner>}
      <NumberField label="Federal fiscal year" value={year} onChange={setYear} min={2000} max={2100} hint="FY2026: discharges from 1 Oct 2025 to 30 Sep 2026." error={tried && !fiscalYear.success ? 'A year such as 2026.' : undefined} autoFocus />
      <TextField label="Source" value={source} onChange={setSource} placeholder="CMS FY2026 final rule, Table 5" maxLength={200} error={tried && source.trim() === '' ? 'Say where the table comes from.' : undefined} />
      <label className={s['file']}>
        <span>CSV file</span>
        <input type="file" accept=".csv,text/csv" onChange={event => void choose(event.target.files?.[0])} />
        {fileProblem === undefined ? <span className={s['hint']}>Needs columns for DRG number, title and GMLOS. The same year again replaces the table.</span> : <span role="alert" className={s['problem']}>{fileProblem}</span>}
      </label>
    </Dialog>
  )
}
