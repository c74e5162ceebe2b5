import { ageInYears } from '#shared/kernel/plain-date.ts'
import type { WorklistRow } from '#shared/model/worklist.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { StatusTag } from '#renderer/ui/status-tag.tsx'
import type { Column } from '#renderer/ui/table-types.ts'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import { statusWords } from '../caseload-words.ts'
import styles from './columns.module.css'

/** Who it is and how the case stands: the columns of the area `caseload`. */
export const identityColumns: readonly Column<WorklistRow>[] = [
  { id: 'status', header: 'Status', width: 108, grow: 0, sortable: true, cell: row => <CaseStanding row={row} /> },
  { id: 'patient', header: 'Patient', width: 172, sortable: true, hideable: false, pinned: true, cell: row => <PatientName row={row} /> },
  { id: 'mrn', header: 'MRN', width: 80, grow: 0, sortable: true, cell: row => (row.mrn === 'unknown' ? <Unknown /> : <Num>{row.mrn}</Num>) },
  { id: 'unitBed', header: 'Unit · bed', width: 116, sortable: true, cell: row => <UnitBed row={row} /> },
  { id: 'condition', header: 'Reason', width: 190, cell: row => (row.condition === 'hidden' ? <span className={styles['quiet']}>Sensitive</span> : row.condition) },
]

function CaseStanding({ row }: { readonly row: WorklistRow }) {
  const { word, tone } = statusWords(row)
  return <StatusTag tone={tone} quiet>{word}</StatusTag>
}

function PatientName({ row }: { readonly row: WorklistRow }) {
  const { today } = useFacility()
  const age = row.birthDate === 'unknown' ? '' : `${ageInYears(row.birthDate, today)}`
  const sex = row.sex === 'female' ? 'F' : row.sex === 'male' ? 'M' : row.sex === 'other' ? 'X' : ''
  return (
    <span className={styles['patient']}>
      <span className={styles['name']}>{row.patientName}</span>
      <span className={styles['quiet']}>{[age, sex].filter(part => part !== '').join(' ')}</span>
    </span>
  )
}

function UnitBed({ row }: { readonly row: WorklistRow }) {
  if (row.unitName === 'unknown') return <Unknown />
  return <span>{row.bed === 'unknown' ? row.unitName : `${row.unitName} · ${row.bed}`}</span>
}
