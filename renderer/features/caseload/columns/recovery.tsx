import type { WorklistRow } from '#shared/model/worklist.ts'
import { Day } from '#renderer/ui/day.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import styles from './columns.module.css'

/** What must happen for the date to hold: the columns of the area `recovery`. */
export const recoveryColumns: readonly Column<WorklistRow>[] = [
  { id: 'nextMilestone', header: 'Next milestone', width: 200, sortable: true, cell: row => <NextMilestone row={row} /> },
  { id: 'edd', header: 'EDD', width: 100, grow: 0, sortable: true, cell: row => (row.edd === 'unknown' ? <Unknown word="No EDD set" /> : <Day value={row.edd} format={row.los.state === 'counted' && row.los.discharged ? 'short' : 'due'} />) },
]

function NextMilestone({ row }: { readonly row: WorklistRow }) {
  if (row.nextMilestone === 'none') return <Unknown word="No plan placed" />
  return (
    <span className={styles['milestone']}>
      <span className={styles['title']}>{row.nextMilestone.label}</span>
      {row.nextMilestone.on !== 'unknown' && <Day value={row.nextMilestone.on} format="due" />}
    </span>
  )
}
