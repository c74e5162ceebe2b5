import type { WorklistRow } from '#shared/model/worklist.ts'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { riskWords } from '../caseload-words.ts'
import styles from './columns.module.css'

/** Who pays, who carries the case, who needs watching. */
export const peopleColumns: readonly Column<WorklistRow>[] = [
  { id: 'payer', header: 'Payer', width: 132, sortable: true, cell: row => (row.payerName === 'unknown' ? <Unknown /> : row.payerName) },
  { id: 'caseManager', header: 'Case manager', width: 124, sortable: true, cell: row => (row.caseManagerName === 'unassigned' ? <span className={styles['quiet']}>Unassigned</span> : row.caseManagerName) },
  { id: 'risk', header: 'Risk', width: 96, grow: 0, sortable: true, firstDirection: 'desc', cell: row => <Risk row={row} /> },
]

function Risk({ row }: { readonly row: WorklistRow }) {
  const { word, tone } = riskWords(row.risk)
  return row.risk === 'unknown' ? <Unknown /> : <StatusTag tone={tone} quiet>{word}</StatusTag>
}
