import { plainDate } from '#shared/kernel/plain-date.ts'
import { Button } from '@fluentui/react-components'
import { Day } from '../day.tsx'
import { PrintPage, PrintPreview } from '../print-page.tsx'

const rows = Array.from({ length: 60 }, (_, at) => ({ id: at, name: ['Walk to the door with the walker', 'Climb four stairs', 'Shower sitting down'][at % 3] ?? '' }))

export function PrintingPage() {
  return (
    <PrintPreview title="My recovery plan" actions={<Button size="small" appearance="primary" onClick={() => print()}>Print</Button>}>
      <PrintPage title="My recovery plan" header="My recovery plan · Riverside General Hospital" footer="Questions? Call your case manager, Jamie Ortiz RN, 555-0142.">
        <h1>My recovery plan</h1>
        <p>These are the steps we plan together. Days can change; ask us when something is not clear.</p>
        <h2>Next steps</h2>
        <table>
          <thead><tr><th>Step</th><th>Planned for</th></tr></thead>
          <tbody>{rows.map((row) => <tr key={row.id}><td>{row.name}</td><td><Day value={plainDate('2026-11-24')} format="full" /></td></tr>)}</tbody>
        </table>
      </PrintPage>
    </PrintPreview>
  )
}
