import { ArrowDownload16Regular } from '@fluentui/react-icons'
import type { WorklistDefinition } from '#shared/model/worklist.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useMay } from '#renderer/app/use-signed-in.ts'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { bytesOfBase64 } from './bytes-of-base64.ts'
import { exportColumns } from './export-columns.ts'

interface ExportMenuProps {
  readonly definition: WorklistDefinition
  /** Ids of the columns on the screen. */
  readonly columns: readonly string[]
}

/** The list as seen, in a file a spreadsheet opens. What is saved leaves the encrypted store: the toast says so. */
export function ExportMenu({ definition, columns }: ExportMenuProps) {
  const mayExport = useMay('records.export')
  const toasts = useToasts()
  const run = useCommand('exports.list')
  if (!mayExport) return null

  const save = async (format: 'csv' | 'xlsx') => {
    const file = await run.run({ definition, format, columns: exportColumns(columns) })
    if (file === null) return
    const saved = await window.workstation.shell.saveFile(file.fileName, file.mediaType, bytesOfBase64(file.base64))
    if (saved) toasts.show({ tone: 'warn', title: `Saved ${file.rows.toLocaleString('en-US')} rows`, body: 'The file is not encrypted. Keep it where patient data may lie, and delete it when it has served.' })
  }
  return (
    <MenuButton
      label="Export"
      icon={<ArrowDownload16Regular />}
      items={[
        { id: 'csv', label: 'CSV file', run: () => void save('csv') },
        { id: 'xlsx', label: 'Excel workbook (XLSX)', run: () => void save('xlsx') },
      ]}
    />
  )
}
