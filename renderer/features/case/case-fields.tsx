import { useState, type ReactNode } from 'react'
import type { Output } from '#shared/contract/index.ts'
import { destinationNames, programNames, riskNames, sensitivityNames } from '#shared/domain/caseload/words.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { Destination, Program, Risk, Sensitivity } from '#shared/model/case.ts'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { CaseForm, FormProblems } from './case-form-values.ts'
import { DrgField } from './drg-field.tsx'

interface CaseFieldsProps {
  readonly form: CaseForm
  readonly onChange: (form: CaseForm) => void
  readonly problems: FormProblems
  readonly choices: Output<'cases.choices'>
  /** Picks the DRG table. */
  readonly dischargeOn: PlainDate
}

/** Why, and how long: the fields a nurse fills in first. `edd` stands between them where a case is opened. A proposed reason leaves the focus to the DRG. */
export function MainCaseFields({ form, onChange, problems, dischargeOn, edd }: CaseFieldsProps & { readonly edd?: ReactNode }) {
  const patch = (change: Partial<CaseForm>) => onChange({ ...form, ...change })
  const [reasonFirst] = useState(form.reason === '')
  return (
    <>
      <TextField label="Reason" value={form.reason} onChange={reason => patch({ reason })} required autoFocus={reasonFirst} maxLength={200} error={problems['reason']} placeholder="Heart failure" />
      <FieldRow columns={edd === undefined ? '3fr 1fr' : '3fr 1.5fr 1fr'}>
        <DrgField value={form.drg} onChange={drg => patch({ drg })} on={dischargeOn} error={problems['drgCode']} autoFocus={!reasonFirst} />
        {edd}
        <NumberField label="Goal length of stay" value={form.goalLosDays} onChange={goalLosDays => patch({ goalLosDays })} decimals={1} unit="d" hint="Stands in for the GMLOS." error={problems['goalLosDays']} />
      </FieldRow>
    </>
  )
}

/** Who carries it and where: mostly right as proposed. */
export function OtherCaseFields({ form, onChange, problems, choices }: CaseFieldsProps) {
  const patch = (change: Partial<CaseForm>) => onChange({ ...form, ...change })
  return (
    <>
      <FieldRow columns="1fr 1fr 1fr">
        <SelectField label="Program" value={form.program} options={[...Program.values].map(value => ({ value, label: programNames[value] }))}
          onChange={value => { const program = Program.safeParse(value); if (program.success) patch({ program: program.data }) }} />
        <SelectField label="Unit or clinic" value={form.unitId ?? 'unknown'} options={[{ value: 'unknown', label: 'Not known' }, ...choices.units.map(unit => ({ value: unit.id, label: unit.name }))]} error={problems['unitId']}
          onChange={value => patch({ unitId: value === 'unknown' ? null : value })} />
        <SelectField label="Case manager" value={form.caseManagerId ?? 'unassigned'} options={[{ value: 'unassigned', label: 'Unassigned' }, ...choices.people.map(person => ({ value: person.id, label: person.name }))]} error={problems['caseManagerId']}
          onChange={value => patch({ caseManagerId: value === 'unassigned' ? null : value })} />
      </FieldRow>
      <FieldRow columns="1fr 1fr 1fr">
        <SelectField label="Risk" value={form.risk} options={[...Risk.values].map(value => ({ value, label: riskNames[value] }))} onChange={value => { const risk = Risk.safeParse(value); if (risk.success) patch({ risk: risk.data }) }} />
        <SelectField label="Sensitivity" value={form.sensitivity} options={[...Sensitivity.values].map(value => ({ value, label: sensitivityNames[value] }))} hint="Hides the reason on lists and their prints."
          onChange={value => { const sensitivity = Sensitivity.safeParse(value); if (sensitivity.success) patch({ sensitivity: sensitivity.data }) }} />
        <SelectField label="Destination" value={form.destination ?? 'unknown'} options={[{ value: 'unknown', label: 'Not known' }, ...[...Destination.values].map(value => ({ value, label: destinationNames[value] }))]}
          onChange={value => { const destination = Destination.safeParse(value); patch({ destination: destination.success ? destination.data : null }) }} />
      </FieldRow>
    </>
  )
}
