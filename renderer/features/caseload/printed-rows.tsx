import type { Output } from '#shared/contract/index.ts'
import { Day } from '#renderer/ui/day.tsx'
import styles from './printed-rows.module.css'

type PrintedRow = Output<'exports.printList'>['rows'][number]

/** The table of a printed list. A sensitive case shows no condition; barriers join with their own area. */
export function PrintedRows({ rows }: { readonly rows: readonly PrintedRow[] }) {
  if (rows.length === 0) return <p>No case in this list.</p>
  return (
    <table className={styles['table']}>
      <thead>
        <tr><th scope="col">Unit · bed</th><th scope="col">Patient</th><th scope="col">Reason</th><th scope="col">Payer</th><th scope="col">Day</th><th scope="col">EDD</th><th scope="col">Next action</th><th scope="col" className={styles['blank']}>Notes</th></tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.caseId}>
            <td>{[row.unitName, row.bed].filter(part => part !== 'unknown').join(' · ') || 'Not known'}</td>
            <th scope="row">{row.patientName}{row.mrn !== 'unknown' && <span className={styles['small']}> {row.mrn}</span>}</th>
            <td>{row.condition === 'hidden' ? 'Sensitive' : row.condition}</td>
            <td>{row.payerName === 'unknown' ? 'Not known' : row.payerName}</td>
            <td>{dayOf(row)}</td>
            <td>{row.edd === 'unknown' ? 'No EDD set' : <Day value={row.edd} format="short" />}</td>
            <td>{row.nextAction}</td>
            <td className={styles['blank']} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dayOf({ los }: PrintedRow): string {
  if (los.state === 'not-inpatient') return 'Not inpatient'
  if (los.expectedTenths === 'unknown') return `${los.midnights}, expected not known`
  return `${los.midnights} of ${(los.expectedTenths / 10).toLocaleString('en-US', { minimumFractionDigits: 1 })}${los.expectedSource === 'goal' ? ' (goal)' : ''}`
}
