import type { ReactNode } from 'react'
import { payerKindNames, sexNames } from '#shared/domain/caseload/words.ts'
import type { Patient } from '#shared/model/patient.ts'
import { Day } from '#renderer/ui/day.tsx'
import { Facts } from '#renderer/ui/facts.tsx'
import { Num } from '#renderer/ui/num.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { Unknown } from '#renderer/ui/unknown-mark.tsx'
import s from './patients.module.css'

const known = (value: string): ReactNode => (value === 'unknown' ? <Unknown /> : value)
const joined = (...parts: readonly string[]): string => parts.filter(part => part !== 'unknown').join(', ')

/** Who the patient is. */
export function PatientIdentity({ patient, ageYears }: { readonly patient: Patient; readonly ageYears: number | 'unknown' }) {
  return (
    <Panel title="Who">
      <Facts items={[
        { label: 'MRN', value: patient.mrn === 'unknown' ? <Unknown /> : <Num>{patient.mrn}</Num> },
        { label: 'Birth date', value: <><Day value={patient.birthDate} format="full" />{ageYears !== 'unknown' && <span className={s['small']}> ({ageYears})</span>}</> },
        { label: 'Sex', value: patient.sex === 'unknown' ? <Unknown /> : sexNames[patient.sex] },
        { label: 'Language', value: known(patient.language) },
        { label: 'Interpreter', value: patient.interpreterNeeded === 'unknown' ? <Unknown /> : patient.interpreterNeeded === 'yes' ? 'Needed' : 'Not needed' },
        ...patient.identifiers.map((each, index) => ({ label: `${each.kind}${index === 0 ? '' : ` (${index + 1})`}`, value: <Num>{each.value}</Num> })),
      ]} />
    </Panel>
  )
}

/** How to reach the patient and the people around. */
export function PatientReach({ patient }: { readonly patient: Patient }) {
  return (
    <Panel title="Reach">
      <Facts columns={1} items={[
        { label: 'Phone, e-mail', value: <Lines of={patient.telecoms.map(each => <><Num>{each.value}</Num>{each.use !== 'unknown' && <span className={s['small']}> {each.use}</span>}</>)} /> },
        { label: 'Address', value: <Lines of={patient.addresses.map(each => joined(each.lines, each.city, [each.state, each.postalCode].filter(part => part !== 'unknown').join(' ') || 'unknown', each.country))} /> },
        { label: 'People to call', value: <Lines of={patient.contacts.map(each => <>{each.name}{each.relation !== 'unknown' && <span className={s['small']}> {each.relation}</span>}{each.phone !== 'unknown' && <> · <Num>{each.phone}</Num></>}</>)} /> },
      ]} />
    </Panel>
  )
}

/** Who pays, the first first. */
export function PatientCoverage({ patient }: { readonly patient: Patient }) {
  return (
    <Panel title="Coverage">
      <Lines of={patient.coverages.map(each => (
        <>
          <strong>{each.payerName}</strong> <span className={s['small']}>{payerKindNames[each.payerKind]}</span>
          <div className={s['small']}>
            Member <Num>{each.memberNumber === 'unknown' ? 'not known' : each.memberNumber}</Num>
            {each.startsOn !== 'unknown' && <> · from <Day value={each.startsOn} format="full" /></>}
            {each.endsOn !== 'unknown' && <> · until <Day value={each.endsOn} format="full" /></>}
            {each.lastSeenOn !== 'unknown' && <> · last seen <Day value={each.lastSeenOn} format="full" /></>}
          </div>
        </>
      ))} />
    </Panel>
  )
}

function Lines({ of }: { readonly of: readonly ReactNode[] }) {
  if (of.length === 0) return <Unknown />
  return <ul className={s['lines']}>{of.map((line, index) => <li key={index}>{line}</li>)}</ul>
}
