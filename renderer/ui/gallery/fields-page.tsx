import { centsOf } from '#shared/kernel/cents.ts'
import { plainDate } from '#shared/kernel/plain-date.ts'
import { Button } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { CheckField, RadioField, SwitchField, YesNoField } from '../choice-fields.tsx'
import { ComboField } from '../combo-field.tsx'
import { DateField, type DateEntry } from '../date-field.tsx'
import { FormErrors, formErrorList } from '../form-errors.tsx'
import { FieldRow, FormActions, FormSection } from '../form-layout.tsx'
import { MoneyField, type MoneyEntry } from '../money-field.tsx'
import { NumberField, type NumberEntry } from '../number-field.tsx'
import { PassphraseField } from '../passphrase-field.tsx'
import { SelectField } from '../select-field.tsx'
import { TextAreaField } from '../text-area-field.tsx'
import { TextField } from '../text-field.tsx'
import { TimeField } from '../time-field.tsx'
import type { ComboOption } from '../use-option-search.ts'
import s from './gallery.module.css'
import { Item, Shelf } from './shelf.tsx'

const sexes = [{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }]
const drgs = [['470', 'Major hip and knee joint replacement'], ['481', 'Hip and femur procedures except major joint with CC'], ['521', 'Hip replacement with principal diagnosis of hip fracture']] as const

export function FieldsPage() {
  return (
    <Shelf title="Fields">
      <Item name="A form with react-hook-form, its errors">
        <HookForm />
      </Item>
      <Item name="Every field, filled">
        <EveryField />
      </Item>
      <Item name="Not known, disabled, invalid">
        <States />
      </Item>
    </Shelf>
  )
}

interface Values { name: string; born: DateEntry; reason: string; urgency: string | null }

function HookForm() {
  const { control, handleSubmit, formState } = useForm<Values>({ defaultValues: { name: '', born: null, reason: '', urgency: null } })
  const errors = formErrorList(formState.errors, { name: 'Last name', born: 'Birth date', reason: 'Reason' })
  return (
    <form noValidate className={s['form']} onSubmit={(event) => void handleSubmit(() => undefined)(event)}>
      <FormErrors errors={errors} />
      <FormSection title="Patient" hint="As on the wristband">
        <FieldRow columns="2fr 1fr">
          <Controller control={control} name="name" rules={{ required: 'Type a last name.' }} render={({ field, fieldState }) => <TextField label="Last name" required {...field} error={fieldState.error?.message} />} />
          <Controller control={control} name="urgency" render={({ field }) => <SelectField label="Sex" allowUnknown options={sexes} {...field} />} />
        </FieldRow>
        <Controller control={control} name="born" rules={{ validate: (value) => (value === null || value === 'invalid' ? 'Type a day, or tick “Not known”.' : true) }} render={({ field, fieldState }) => <DateField label="Birth date" required past allowUnknown {...field} error={fieldState.error?.message} />} />
        <Controller control={control} name="reason" rules={{ required: 'Give a reason.' }} render={({ field, fieldState }) => <TextAreaField label="Reason" rows={2} required {...field} error={fieldState.error?.message} />} />
      </FormSection>
      <FormActions>
        <Button size="small" appearance="primary" type="submit">Save patient</Button>
        <Button size="small" appearance="subtle">Cancel</Button>
      </FormActions>
    </form>
  )
}

function EveryField() {
  const [text, setText] = useState('7153627')
  const [day, setDay] = useState<DateEntry>(plainDate('2026-11-24'))
  const [time, setTime] = useState<string | null>('07:02')
  const [count, setCount] = useState<NumberEntry>(17)
  const [money, setMoney] = useState<MoneyEntry>(centsOf(173_600))
  const [choice, setChoice] = useState<string | null>('female')
  const [drg, setDrg] = useState<ComboOption<string> | null>(null)
  const [checked, setChecked] = useState(true)
  const [on, setOn] = useState(true)
  const [radio, setRadio] = useState<string | null>('home')
  const [alone, setAlone] = useState<boolean | 'unknown' | null>('unknown')
  const [secret, setSecret] = useState('correct horse battery')
  const search = useCallback(async (query: string) => drgs.filter(([code, title]) => `${code} ${title}`.toLowerCase().includes(query.toLowerCase())).map(([code, title]) => ({ id: code, label: title, hint: code, data: code })), [])
  return (
    <div className={s['form']}>
      <FieldRow><TextField label="MRN" num value={text} onChange={setText} after="Epic" /><SelectField label="Sex" options={sexes} value={choice} onChange={setChoice} /></FieldRow>
      <FieldRow><DateField label="Expected discharge" hint="Type t+2 or 11/24" value={day} onChange={setDay} /><TimeField label="Time" value={time} onChange={setTime} /></FieldRow>
      <FieldRow><NumberField label="AM-PAC mobility" hint="6 to 24" min={6} max={24} value={count} onChange={setCount} unit="points" /><MoneyField label="Paid so far" value={money} onChange={setMoney} allowUnknown /></FieldRow>
      <ComboField label="Working MS-DRG" search={search} value={drg} onChange={setDrg} placeholder="Number or words" hint="FY2027 table" />
      <PassphraseField label="Passphrase" value={secret} onChange={setSecret} />
      <RadioField label="Goes to" layout="row" options={[{ value: 'home', label: 'Home' }, { value: 'snf', label: 'SNF' }, { value: 'irf', label: 'IRF' }]} value={radio} onChange={setRadio} />
      <YesNoField label="Lives alone" value={alone} onChange={setAlone} />
      <CheckField label="Interpreter needed" hint="Adds a task for each visit" value={checked} onChange={setChecked} />
      <SwitchField label="Large print" value={on} onChange={setOn} />
    </div>
  )
}

function States() {
  const none = () => undefined
  return (
    <div className={s['form']}>
      <TextField label="Phone" value="unknown" onChange={none} allowUnknown />
      <DateField label="Discharged" value="unknown" onChange={none} allowUnknown />
      <DateField label="Surgery" value="invalid" onChange={none} />
      <NumberField label="Days authorized" value={45} onChange={none} min={1} max={30} />
      <TextField label="Insurer" value="Aetna HMO" onChange={none} disabled />
      <SelectField label="Unit" value={null} onChange={none} options={sexes} placeholder="Choose a unit" required error="Choose a unit." />
      <TextAreaField label="Note" value={'Daughter calls back after 16:00. '.repeat(6)} onChange={none} maxLength={220} />
      <RadioField label="How it was delivered" value="by-hand" onChange={none} error="Say who received it." options={[{ value: 'by-hand', label: 'By hand', hint: 'Patient signs on paper' }, { value: 'by-phone', label: 'By phone, then mailed', hint: 'Representative, with date and time of the call' }]} />
      <YesNoField label="Advance directive" value={null} onChange={none} disabled />
    </div>
  )
}
