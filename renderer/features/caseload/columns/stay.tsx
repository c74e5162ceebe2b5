import { sentenceCase } from '#shared/domain/utilization/drg-title.ts'
import { stayStatusNames } from '#shared/domain/caseload/words.ts'
import { tenthsText, varianceTenths } from '#shared/domain/worklists/list-columns.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'
import { LosBar } from '#renderer/ui/los-bar.tsx'
import { Num } from '#renderer/ui/num.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { None, Unknown } from '#renderer/ui/unknown-mark.tsx'
import { Variance } from '#renderer/ui/variance.tsx'
import { expectedTitle } from '../caseload-words.ts'
import styles from './columns.module.css'

/** How long it lasts against what was expected: the columns of the area `utilization`. */
export const stayColumns: readonly Column<WorklistRow>[] = [
  { id: 'drg', header: 'DRG', width: 108, sortable: true, cell: row => <Drg row={row} /> },
  { id: 'los', header: 'LOS / expected', width: 164, grow: 0, sortable: true, firstDirection: 'desc', cell: row => <Length row={row} /> },
  { id: 'variance', header: 'Var (d)', width: 92, grow: 0, sortable: true, align: 'end', firstDirection: 'desc', cell: row => <LengthVariance row={row} /> },
]

function Drg({ row }: { readonly row: WorklistRow }) {
  if (row.drgCode === 'not-assigned') return <Unknown word="Not assigned" />
  if (row.drgCode === 'hidden') return <span className={styles['quiet']}>Sensitive</span>
  return (
    <span className={styles['drg']} title={row.drgTitle === 'unknown' ? undefined : row.drgTitle}>
      <Num><span className={styles['drgCode']}>{row.drgCode}</span></Num>
      {row.drgTitle !== 'unknown' && <span className={styles['title']}>{sentenceCase(row.drgTitle)}</span>}
    </span>
  )
}

function Length({ row }: { readonly row: WorklistRow }) {
  if (row.los.state === 'not-inpatient') return <span className={styles['quiet']}>{row.stayStatus === 'none' ? 'No stay' : row.stayStatus === 'discharged' ? 'Not inpatient' : stayStatusNames[row.stayStatus]}</span>
  const expected = row.los.expectedTenths === 'unknown' ? 'unknown' : Number(tenthsText(row.los.expectedTenths))
  return <span title={expectedTitle(row.los)}><LosBar day={row.los.midnights} expected={expected} /></span>
}

function LengthVariance({ row }: { readonly row: WorklistRow }) {
  if (row.los.state === 'not-inpatient') return <None word="not inpatient" />
  const tenths = varianceTenths(row)
  return tenths === 'unknown' ? <Unknown /> : <span title={expectedTitle(row.los)}><Variance days={tenths / 10} digits={1} /></span>
}
