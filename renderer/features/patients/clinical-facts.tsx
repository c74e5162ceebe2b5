import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ClinicalFacts as Facts } from '#shared/contract/patients.ts'
import type { PatientId } from '#shared/model/ids.ts'
import { Day } from '#renderer/ui/day.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/plain-table.tsx'
import { QueryView } from '#renderer/ui/query-view.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { TabPanel, Tabs } from '#renderer/ui/tabs.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { patientQueries } from './patient-queries.ts'

const known = (value: string): ReactNode => (value === 'unknown' ? <Unknown /> : value)
const word = (value: string): string => `${value.slice(0, 1).toUpperCase()}${value.slice(1).replaceAll('-', ' ')}`

function column<Row>(id: string, header: string, width: number, cell: (row: Row) => ReactNode): Column<Row> {
  return { id, header, width, cell }
}
const codeOf = (row: { readonly code: string }): ReactNode => (row.code === 'unknown' ? <Unknown /> : <Num>{row.code}</Num>)

const conditions = [
  column<Facts['conditions'][number]>('label', 'Condition', 260, row => row.label),
  column<Facts['conditions'][number]>('status', 'Status', 110, row => (row.history ? <StatusTag tone="mute" quiet>History</StatusTag> : <StatusTag tone={row.clinicalStatus === 'active' ? 'info' : 'mute'} quiet>{word(row.clinicalStatus)}</StatusTag>)),
  column<Facts['conditions'][number]>('onset', 'Since', 120, row => <Day value={row.onsetOn} />),
  column<Facts['conditions'][number]>('code', 'Code', 110, codeOf),
]
const procedures = [
  column<Facts['procedures'][number]>('label', 'Procedure', 300, row => row.label),
  column<Facts['procedures'][number]>('on', 'On', 120, row => <Day value={row.performedOn} />),
  column<Facts['procedures'][number]>('status', 'Status', 110, row => word(row.status)),
  column<Facts['procedures'][number]>('code', 'Code', 110, codeOf),
]
const medications = [
  column<Facts['medications'][number]>('label', 'Medication', 300, row => row.label),
  column<Facts['medications'][number]>('dose', 'Dose as written', 180, row => known(row.doseText)),
  column<Facts['medications'][number]>('status', 'Status', 100, row => <StatusTag tone={row.status === 'active' ? 'info' : 'mute'} quiet>{word(row.status)}</StatusTag>),
  column<Facts['medications'][number]>('on', 'Ordered', 120, row => <Day value={row.authoredOn} />),
]
const allergies = [
  column<Facts['allergies'][number]>('label', 'Allergy', 220, row => row.label),
  column<Facts['allergies'][number]>('reaction', 'Reaction', 200, row => known(row.reaction)),
  column<Facts['allergies'][number]>('criticality', 'Criticality', 110, row => (row.criticality === 'high' ? <StatusTag tone="bad" quiet>High</StatusTag> : known(row.criticality))),
  column<Facts['allergies'][number]>('status', 'Status', 100, row => word(row.clinicalStatus)),
]
const team = [
  column<Facts['careTeam'][number]>('name', 'Name', 200, row => row.name),
  column<Facts['careTeam'][number]>('role', 'Role', 200, row => known(row.role)),
  column<Facts['careTeam'][number]>('organization', 'Organization', 220, row => known(row.organization)),
]
const plans = [
  column<Facts['carePlans'][number]>('label', 'Care plan', 240, row => row.label),
  column<Facts['carePlans'][number]>('status', 'Status', 110, row => word(row.status)),
  column<Facts['carePlans'][number]>('from', 'From', 120, row => <Day value={row.startsOn} />),
  column<Facts['carePlans'][number]>('to', 'Until', 120, row => <Day value={row.endsOn} />),
]
const scores = [
  column<Facts['instruments'][number]>('what', 'Instrument', 240, row => row.name),
  column<Facts['instruments'][number]>('on', 'Taken', 120, row => <Day value={row.takenOn} />),
  column<Facts['instruments'][number]>('total', 'Total', 120, row => (row.total === 'unknown' ? <Unknown /> : <Num>{row.scale === 'unknown' ? row.total : `${row.total} (${row.scale.min} to ${row.scale.max})`}</Num>)),
]

type Kind = keyof Facts
const kinds: readonly { readonly id: Kind; readonly label: string }[] = [
  { id: 'conditions', label: 'Conditions' }, { id: 'procedures', label: 'Procedures' }, { id: 'medications', label: 'Medications' }, { id: 'allergies', label: 'Allergies' },
  { id: 'careTeam', label: 'Care team' }, { id: 'carePlans', label: 'Care plans' }, { id: 'instruments', label: 'Scores' },
]

/** What was seen of the patient in records from elsewhere, as it came. */
export function ClinicalFacts({ patientId, fill }: { readonly patientId: PatientId; readonly fill?: boolean | undefined }) {
  const facts = useQuery(patientQueries.facts(patientId))
  const [shown, setShown] = useState<Kind>('conditions')
  return (
    <Panel title="Clinical facts" sub="as imported" pad={false} fill={fill}>
      <QueryView query={facts} isEmpty={found => kinds.every(kind => found[kind.id].length === 0)} empty={<EmptyState title="No clinical facts">They come with an import of FHIR bundles or tables.</EmptyState>}>
        {found => (
          <>
            <Tabs ariaLabel="Kinds of clinical facts" idBase="facts" tabs={kinds.map(kind => ({ ...kind, count: found[kind.id].length }))} selected={shown}
              onSelect={id => { const kind = kinds.find(each => each.id === id); if (kind !== undefined) setShown(kind.id) }} />
            <TabPanel idBase="facts" id={shown}><FactTable facts={found} kind={shown} /></TabPanel>
          </>
        )}
      </QueryView>
    </Panel>
  )
}

function FactTable({ facts, kind }: { readonly facts: Facts; readonly kind: Kind }) {
  const none = <EmptyState title="None known">Nothing of this kind came with the records.</EmptyState>
  const id = (row: { readonly id: string }) => row.id
  switch (kind) {
    case 'conditions': return <PlainTable ariaLabel="Conditions" compact columns={conditions} rows={facts.conditions} rowId={id} emptyState={none} />
    case 'procedures': return <PlainTable ariaLabel="Procedures" compact columns={procedures} rows={facts.procedures} rowId={id} emptyState={none} />
    case 'medications': return <PlainTable ariaLabel="Medications" compact columns={medications} rows={facts.medications} rowId={id} emptyState={none} />
    case 'allergies': return <PlainTable ariaLabel="Allergies" compact columns={allergies} rows={facts.allergies} rowId={id} emptyState={none} />
    case 'careTeam': return <PlainTable ariaLabel="Care team" compact columns={team} rows={facts.careTeam} rowId={id} emptyState={none} />
    case 'carePlans': return <PlainTable ariaLabel="Care plans" compact columns={plans} rows={facts.carePlans} rowId={id} emptyState={none} />
    case 'instruments': return <PlainTable ariaLabel="Scores" compact columns={scores} rows={facts.instruments} rowId={id} emptyState={none} />
  }
}
