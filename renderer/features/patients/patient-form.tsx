import { payerKindNames, sexNames } from '#shared/domain/caseload/words.ts'
import { PayerKind, Sex, Telecom } from '#shared/model/patient.ts'
import { YesNoField } from '#renderer/ui/choice-fields.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { FieldRow, FormSection } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { ListEditor } from './list-editor.tsx'
import type { FormProblemsShown } from '#renderer/ui/use-form-problems.ts'
import type { PatientForm } from './patient-form-values.ts'
import s from './patients.module.css'

interface PatientFormProps {
  readonly form: PatientForm
  readonly onChange: (form: PatientForm) => void
  /** Name and message of each field. */
  readonly at: FormProblemsShown['at']
}

const kinds = { phone: 'Phone', email: 'E-mail', other: 'Other' } as const
const withKey = <Row extends { readonly key: number }>(blank: Omit<Row, 'key'>, key: number) => ({ ...blank, key })

/** Everything a person may type of a patient. Only the family name must be known. */
export function PatientFormFields({ form, onChange, at }: PatientFormProps) {
  const patch = (change: Partial<PatientForm>) => onChange({ ...form, ...change })
  return (
    <>
      <Identity form={form} patch={patch} at={at} />
      <ListEditor title="Phone and e-mail" one="phone or e-mail" rows={form.telecoms} onRows={telecoms => patch({ telecoms })} grid={s['tel']} blank={{ kind: 'phone' as const, use: '', value: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <SelectField label="Kind" value={row.kind} {...at(`telecoms.${index}.kind`)} options={[...Telecom.shape.kind.values].map(value => ({ value, label: kinds[value] }))} onChange={value => { const kind = Telecom.shape.kind.safeParse(value); if (kind.success) change({ kind: kind.data }) }} />
            <TextField label="Use" value={row.use} {...at(`telecoms.${index}.use`)} onChange={use => change({ use })} placeholder="home" />
            <TextField label="Number or address" value={row.value} {...at(`telecoms.${index}.value`)} onChange={value => change({ value })} num />
          </>
        )} />
      <ListEditor title="People to call" one="person" rows={form.contacts} onRows={contacts => patch({ contacts })} grid={s['cont']} blank={{ name: '', relation: '', phone: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <TextField label="Name" value={row.name} {...at(`contacts.${index}.name`)} onChange={name => change({ name })} />
            <TextField label="Relation" value={row.relation} {...at(`contacts.${index}.relation`)} onChange={relation => change({ relation })} placeholder="daughter" />
            <TextField label="Phone" value={row.phone} {...at(`contacts.${index}.phone`)} onChange={phone => change({ phone })} num />
          </>
        )} />
      <ListEditor title="Coverage, the first pays first" one="coverage" rows={form.coverages} onRows={coverages => patch({ coverages })} grid={s['cover']} make={withKey}
        blank={{ payerName: '', payerKind: 'unknown' as const, memberNumber: '', startsOn: null, endsOn: null, lastSeenOn: null }}
        fields={(row, change, index) => (
          <>
            <TextField label="Payer" value={row.payerName} {...at(`coverages.${index}.payerName`)} onChange={payerName => change({ payerName })} />
            <SelectField label="Kind" value={row.payerKind} {...at(`coverages.${index}.payerKind`)} options={[...PayerKind.values].map(value => ({ value, label: payerKindNames[value] }))} onChange={value => { const kind = PayerKind.safeParse(value); if (kind.success) change({ payerKind: kind.data }) }} />
            <TextField label="Member number" value={row.memberNumber} {...at(`coverages.${index}.memberNumber`)} onChange={memberNumber => change({ memberNumber })} num />
            <DateField label="From" value={row.startsOn} {...at(`coverages.${index}.startsOn`)} onChange={startsOn => change({ startsOn })} past />
            <DateField label="Until" value={row.endsOn} {...at(`coverages.${index}.endsOn`)} onChange={endsOn => change({ endsOn })} />
          </>
        )} />
      <ListEditor title="Addresses" one="address" rows={form.addresses} onRows={addresses => patch({ addresses })} grid={s['addr']} make={withKey}
        blank={{ use: '', lines: '', city: '', state: '', postalCode: '', country: '' }}
        fields={(row, change, index) => (
          <>
            <TextField label="Use" value={row.use} {...at(`addresses.${index}.use`)} onChange={use => change({ use })} placeholder="home" />
            <TextField label="Street" value={row.lines} {...at(`addresses.${index}.lines`)} onChange={lines => change({ lines })} />
            <TextField label="City" value={row.city} {...at(`addresses.${index}.city`)} onChange={city => change({ city })} />
            <TextField label="State" value={row.state} {...at(`addresses.${index}.state`)} onChange={state => change({ state })} />
            <TextField label="ZIP" value={row.postalCode} {...at(`addresses.${index}.postalCode`)} onChange={postalCode => change({ postalCode })} num />
            <TextField label="Country" value={row.country} {...at(`addresses.${index}.country`)} onChange={country => change({ country })} />
          </>
        )} />
      <ListEditor title="Other numbers" one="number" rows={form.identifiers} onRows={identifiers => patch({ identifiers })} grid={s['ident']} blank={{ kind: '', system: '', value: '' }} make={withKey}
        fields={(row, change, index) => (
          <>
            <TextField label="Kind" value={row.kind} {...at(`identifiers.${index}.kind`)} onChange={kind => change({ kind })} placeholder="Driver's license" />
            <TextField label="Number" value={row.value} {...at(`identifiers.${index}.value`)} onChange={value => change({ value })} num />
            <TextField label="Given by" value={row.system} {...at(`identifiers.${index}.system`)} onChange={system => change({ system })} />
          </>
        )} />
    </>
  )
}

function Identity({ form, patch, at }: Pick<PatientFormProps, 'form' | 'at'> & { readonly patch: (change: Partial<PatientForm>) => void }) {
  return (
    <FormSection level={2} title="Who" hint="Leave empty what is not known.">
      <FieldRow columns="2fr 2fr 1fr 1fr">
        <TextField label="Family name" value={form.familyName} {...at('familyName')} onChange={familyName => patch({ familyName })} required autoFocus />
        <TextField label="Given names" value={form.givenNames} {...at('givenNames')} onChange={givenNames => patch({ givenNames })} />
        <TextField label="Prefix" value={form.prefix} {...at('prefix')} onChange={prefix => patch({ prefix })} />
        <TextField label="Suffix" value={form.suffix} {...at('suffix')} onChange={suffix => patch({ suffix })} />
      </FieldRow>
      <FieldRow columns="1fr 1.4fr 1fr">
        <TextField label="MRN" value={form.mrn} {...at('mrn')} onChange={mrn => patch({ mrn })} num />
        <DateField label="Birth date" value={form.birthDate} {...at('birthDate')} onChange={birthDate => patch({ birthDate })} past />
        <SelectField label="Sex" value={form.sex} {...at('sex')} options={[...Sex.values].map(value => ({ value, label: sexNames[value] }))} onChange={value => { const sex = Sex.safeParse(value); if (sex.success) patch({ sex: sex.data }) }} />
      </FieldRow>
      <FieldRow columns="1fr 2fr">
        <TextField label="Language" value={form.language} {...at('language')} onChange={language => patch({ language })} />
        <YesNoField label="Interpreter needed" value={form.interpreterNeeded === 'unknown' ? 'unknown' : form.interpreterNeeded === 'yes'} onChange={value => patch({ interpreterNeeded: value === 'unknown' || value === null ? 'unknown' : value ? 'yes' : 'no' })} />
      </FieldRow>
    </FormSection>
  )
}
