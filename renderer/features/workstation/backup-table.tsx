import type { Backup } from '#shared/contract/workstation.ts'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { Moment } from '#renderer/ui/moment.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { bytesInWords } from './bytes.ts'

export const reasonWords: Readonly<Record<Backup['reason'], string>> = { daily: 'Daily', migration: 'Before an update', import: 'Before an import', asked: 'Asked for', restore: 'Before a restore' }

const columns: Column<Backup>[] = [
  { id: 'at', header: 'Made', width: 170, cell: backup => <Moment at={backup.at} /> },
  { id: 'age', header: 'Age', width: 110, cell: backup => <Moment at={backup.at} format="ago" /> },
  { id: 'reason', header: 'Why', width: 150, cell: backup => reasonWords[backup.reason] },
  { id: 'bytes', header: 'Size', width: 90, align: 'end', cell: backup => <span className="num">{bytesInWords(backup.bytes)}</span> },
]

/** Backups of this workstation, newest first. */
export const BackupTable = ({ backups }: { readonly backups: readonly Backup[] }) => <PlainTable ariaLabel="Backups" columns={columns} rows={backups} rowId={backup => backup.name} />
