import type { ReactNode } from 'react'
import { payerKindNames, sexNames } from '#shared/domain/caseload/words.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'
import type { TakenField } from '#shared/contract/patients.ts'
import type { PatientFields, Vital } from '#shared/model/patient.ts'
import { CheckField } from '#renderer/ui/choice-fields.tsx'
import { Day } from '#renderer/ui/day.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import s from './patients.module.css'

/** What stands side by side; a record that is being typed has no vital state yet. */
export interface ComparedRecord {
  readonly fields: PatientFields
  readonly vital: Vital | null
  readonly counts: string
}

interface CompareRecordsProps {
  readonly leftTitle: string
  readonly rightTitle: string
  readonly left: ComparedRecord
  readonly right: ComparedRecord
  /** Present when fields of the right may be taken over. */
  readonly taking?: { readonly taken: readonly TakenField[]; readonly onTake: (field: TakenField, take: boolean) => void } | undefined
}

interface Line {
  readonly label: string
  readonly field: TakenField | null
  readonly left: string
  readonly right: string
  readonly show: (side: ComparedRecord) => ReactNode
}

/** Two records side by side; what differs is marked by colour and by a word for screen readers. */
export function CompareRecords({ leftTitle, rightTitle, left, right, taking }: CompareRecordsProps) {
  return (
    <table className={s['compare']}>
      <thead><tr><th scope="col">Fact</th><th scope="col">{leftTitle}</th><th scope="col">{rightTitle}</th></tr></thead>
      <tbody>
        {linesOf(left, right).map(line => {
          const differs = line.left !== line.right && line.left !== 'unknown' && line.right !== 'unknown'
          const field = line.field
          return (
            <tr key={line.label} className={differs ? s['differs'] : undefined}>
              <th scope="row">{line.label}{differs && <span className={s['small']}> (differs)</span>}</th>
              <td>{line.show(left)}</td>
              <td>
                {taking !== undefined && differs && field !== null
                  ? <span className={s['pick']}>{line.show(right)}<CheckField label="take this" value={taking.taken.includes(field)} onChange={take => taking.onTake(field, take)} /></span>
                  : line.show(right)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function linesOf(left: ComparedRecord, right: ComparedRecord): readonly Line[] {
  const plain = (label: string, field: TakenField & keyof PatientFields, words: (fields: PatientFields) => string): Line => ({
    label, field, left: words(left.fields), right: words(right.fields), show: ({ fields }) => (words(fields) === 'unknown' ? <Unknown /> : <Num>{words(fields)}</Num>),
  })
  const listed = (label: string, words: (fields: PatientFields) => readonly string[]): Line => ({
    label, field: null, left: words(left.fields).join('\n') || 'unknown', right: words(right.fields).join('\n') || 'unknown',
    show: ({ fields }) => (words(fields).length === 0 ? <Unknown /> : words(fields).map(each => <div key={each}>{each}</div>)),
  })
  return [
    plain('MRN', 'mrn', fields => fields.mrn),
    plain('Family name', 'familyName', fields => fields.familyName),
    plain('Given names', 'givenNames', fields => fields.givenNames),
    { label: 'Birth date', field: 'birthDate', left: left.fields.birthDate, right: right.fields.birthDate, show: ({ fields }) => <Day value={fields.birthDate} format="full" /> },
    plain('Sex', 'sex', fields => (fields.sex === 'unknown' ? 'unknown' : sexNames[fields.sex])),
    plain('Language', 'language', fields => fields.language),
    listed('Phone, e-mail', fields => fields.telecoms.map(each => each.value)),
    listed('Address', fields => fields.addresses.map(each => [each.lines, each.city, each.state, each.postalCode].filter(part => part !== 'unknown').join(', '))),
    listed('Coverage', fields => fields.coverages.map(each => `${each.payerName} (${payerKindNames[each.payerKind]})`)),
    { label: 'Life', field: 'vital', left: vitalWords(left.vital), right: vitalWords(right.vital), show: ({ vital }) => (vitalWords(vital) === 'unknown' ? <Unknown /> : vitalWords(vital)) },
    { label: 'Here', field: null, left: 'unknown', right: 'unknown', show: side => side.counts },
  ]
}

function vitalWords(vital: Vital | null): string {
  if (vital === null || vital.state === 'unknown') return 'unknown'
  return vital.state === 'alive' ? 'Alive' : `Died${vital.on === 'unknown' ? '' : ` ${formatDay(vital.on)}`}${vital.confirmed ? '' : ', not confirmed'}`
}
