import { tenthsText, varianceTenths } from '#shared/domain/worklists/list-columns.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'
import { LosBar } from '#renderer/ui/los-bar.tsx'
import { Num } from '#renderer/ui/num.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Variance } from '#renderer/ui/variance.tsx'
import { UnknownMark } from './unknown.tsx'
import styles from './columns.module.css'

/** How long it lasts against what was expected: the columns of the area `utilization`. */
export const stayColumns: readonly Column<WorklistRow>[] = [
  { id: 'drg', header: 'DRG', width: 108, sortable: true, cell: row => <Drg row={row} /> },
  { id: 'los', header: 'LOS / GMLOS', width: 134, grow: 0, sortable: true, firstDirection: 'desc', cell: row => <Length row={row} /> },
  { id: 'variance', header: 'Var (d)', width: 66, grow: 0, sortable: true, align: 'end', firstDirection: 'desc', cell: row => <LengthVariance row={row} /> },
]

function Drg({ row }: { readonly row: WorklistRow }) {
  if (row.drgCode === 'not-assigned') return <UnknownMark word="DRG not assigned yet" />
  if (row.drgCode === 'hidden') return <span className={styles['quiet']}>Sensitive</span>
  return (
    <span className={styles['drg']} title={row.drgTitle === 'unknown' ? undefined : row.drgTitle}>
      <Num><span className={styles['drgCode']}>{row.drgCode}</span></Num>
      {row.drgTitle !== 'unknown' && <span className={styles['title']}>{sentenceCase(row.drgTitle)}</span>}
    </span>
  )
}

/** CMS writes titles in capitals; abbreviations of the field keep theirs. */
const sentenceCase = (title: string): string =>
  title.toLowerCase().replace(/\b(mcc|cc|ami|hiv|copd|mv)\b/g, word => word.toUpperCase()).replace(/^./, first => first.toUpperCase())

function Length({ row }: { readonly row: WorklistRow }) {
  if (row.los.state === 'not-inpatient') return <span className={styles['quiet']}>{row.stayStatus === 'observation' ? 'Observation' : '–'}</span>
  return <LosBar day={row.los.midnights} expected={row.los.expectedTenths === 'unknown' ? 'unknown' : Number(tenthsText(row.los.expectedTenths))} />
}

function LengthVariance({ row }: { readonly row: WorklistRow }) {
  const tenths = varianceTenths(row)
  return tenths === 'unknown' ? <UnknownMark /> : <Variance days={tenths / 10} digits={1} />
}
