import { payerKindNames, sexNames } from '#shared/domain/caseload/words.ts'
import { PayerKind, Sex, Telecom } from '#shared/model/patient.ts'
import { YesNoField } from '#renderer/ui/choice-fields.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FieldRow, FormSection } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ListEditor } from './list-editor.tsx'
import type { FormProblems, PatientForm } from './patient-form-values.ts'
import s from './patients.module.css'

interface PatientFormProps {
  readonly form: PatientForm
  readonly onChange: (form: PatientForm) => void
  readonly problems: FormProblems
}

const kinds = { phone: 'Phone', email: 'E-mail', other: 'Other' } as const
const withKey = <Row extends { readonly key: number }>(blank: Omit<Row, 'key'>, key: number) => ({ ...blank, key })

/** Everything a person may type of a patient. Only the family name must be known. */
export function PatientFormFields({ form, onChange, problems }: PatientFormProps) {
  const patch = (change: Partial<PatientForm>) => onChange({ ...form, ...change })
  return (
    <>
      <Identity form={form} patch={patch} problems={problems} />
      <ListEditor title="Phone and e-mail" one="phone or e-mail" rows={form.telecoms} onRows={telecoms => patch({ telecoms })} grid={s['tel']} blank={{ kind: 'phone' as const, use: '', value: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <SelectField label="Kind" value={row.kind} options={[...Telecom.shape.kind.values].map(value => ({ value, label: kinds[value] }))} onChange={value => { const kind = Telecom.shape.kind.safeParse(value); if (kind.success) change({ kind: kind.data }) }} />
            <TextField label="Use" value={row.use} onChange={use => change({ use })} placeholder="home" />
            <TextField label="Number or address" value={row.value} onChange={value => change({ value })} num error={problems[`telecoms.${index}.value`]} />
          </>
        )} />
      <ListEditor title="People to call" one="person" rows={form.contacts} onRows={contacts => patch({ contacts })} grid={s['cont']} blank={{ name: '', relation: '', phone: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <TextField label="Name" value={row.name} onChange={name => change({ name })} error={problems[`contacts.${index}.name`]} />
            <TextField label="Relation" value={row.relation} onChange={relation => change({ relation })} placeholder="daughter" />
            <TextField label="Phone" value={row.phone} onChange={phone => change({ phone })} num />
          </>
        )} />
      <ListEditor title="Coverage, the first pays first" one="coverage" rows={form.coverages} onRows={coverages => patch({ coverages })} grid={s['cover']} make={withKey}
        blank={{ payerName: '', payerKind: 'unknown' as const, memberNumber: '', startsOn: null, endsOn: null, lastSeenOn: null }}
        fields={(row, change, index) => (
          <>
            <TextField label="Payer" value={row.payerName} onChange={payerName => change({ payerName })} error={problems[`coverages.${index}.payerName`]} />
            <SelectField label="Kind" value={row.payerKind} options={[...PayerKind.values].map(value => ({ value, label: payerKindNames[value] }))} onChange={value => { const kind = PayerKind.safeParse(value); if (kind.success) change({ payerKind: kind.data }) }} />
            <TextField label="Member number" value={row.memberNumber} onChange={memberNumber => change({ memberNumber })} num />
            <DateField label="From" value={row.startsOn} onChange={startsOn => change({ startsOn })} past error={problems[`coverages.${index}.startsOn`]} />
            <DateField label="Until" value={row.endsOn} onChange={endsOn => change({ endsOn })} error={problems[`coverages.${index}.endsOn`]} />
          </>
        )} />
      <ListEditor title="Addresses" one="address" rows={form.addresses} onRows={addresses => patch({ addresses })} grid={s['addr']} make={withKey}
        blank={{ use: '', lines: '', city: '', state: '', postalCode: '', country: '' }}
        fields={(row, change) => (
          <>
            <TextField label="Use" value={row.use} onChange={use => change({ use })} placeholder="home" />
            <TextField label="Street" value={row.lines} onChange={lines => change({ lines })} />
            <TextField label="City" value={row.city} onChange={city => change({ city })} />
            <TextField label="State" value={row.state} onChange={state => change({ state })} />
            <TextField label="ZIP" value={row.postalCode} onChange={postalCode => change({ postalCode })} num />
            <TextField label="Country" value={row.country} onChange={country => change({ country })} />
          </>
        )} />
      <ListEditor title="Other numbers" one="number" rows={form.identifiers} onRows={identifiers => patch({ identifiers })} grid={s['ident']} blank={{ kind: '', system: '', value: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <TextField label="Kind" value={row.kind} onChange={kind => change({ kind })} placeholder="Driver's license" error={problems[`identifiers.${index}.kind`]} />
            <TextField label="Number" value={row.value} onChange={value => change({ value })} num error={problems[`identifiers.${index}.value`]} />
            <TextField label="Given by" value={row.system} onChange={system => change({ system })} />
          </>
        )} />
    </>
  )
}

function Identity({ form, patch, problems }: Pick<PatientFormProps, 'form' | 'problems'> & { readonly patch: (change: Partial<PatientForm>) => void }) {
  return (
    <FormSection title="Who" hint="Leave empty what is not known.">
      <FieldRow columns="2fr 2fr 1fr 1fr">
        <TextField label="Family name" value={form.familyName} onChange={familyName => patch({ familyName })} required autoFocus error={problems['familyName']} />
        <TextField label="Given names" value={form.givenNames} onChange={givenNames => patch({ givenNames })} error={problems['givenNames']} />
        <TextField label="Prefix" value={form.prefix} onChange={prefix => patch({ prefix })} />
        <TextField label="Suffix" value={form.suffix} onChange={suffix => patch({ suffix })} />
      </FieldRow>
      <FieldRow columns="1fr 1.4fr 1fr">
        <TextField label="MRN" value={form.mrn} onChange={mrn => patch({ mrn })} num error={problems['mrn']} />
        <DateField label="Birth date" value={form.birthDate} onChange={birthDate => patch({ birthDate })} past error={problems['birthDate']} />
        <SelectField label="Sex" value={form.sex} options={[...Sex.values].map(value => ({ value, label: sexNames[value] }))} onChange={value => { const sex = Sex.safeParse(value); if (sex.success) patch({ sex: sex.data }) }} />
      </FieldRow>
      <FieldRow columns="1fr 2fr">
        <TextField label="Language" value={form.language} onChange={language => patch({ language })} />
        <YesNoField label="Interpreter needed" value={form.interpreterNeeded === 'unknown' ? 'unknown' : form.interpreterNeeded === 'yes'} onChange={value => patch({ interpreterNeeded: value === 'unknown' || value === null ? 'unknown' : value ? 'yes' : 'no' })} />
      </FieldRow>
    </FormSection>
  )
}
