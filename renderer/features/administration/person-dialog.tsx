import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { PersonFields, type Person } from '#shared/contract/accounts.ts'
import { SignInName } from '#shared/contract/session.ts'
import { Role, roleNames } from '#shared/model/role.ts'
import { applyFieldErrors } from '#renderer/api/field-errors.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useFormDraft } from '#renderer/app/use-draft.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { FieldRow } from '#renderer/ui/form-layout.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import s from './administration.module.css'
import type { OneTimeCode } from './one-time-code-dialog.tsx'
import { UnitChoice } from './unit-choice.tsx'

const Form = PersonFields.extend({ signInName: SignInName })
type FormIn = z.input<typeof Form>
type FormOut = z.output<typeof Form>

interface Props {
  /** `null` adds somebody. */
  readonly person: Person | null
  readonly onClose: () => void
  readonly onCode: (code: OneTimeCode) => void
}

const nobody: FormIn = { fullName: '', initials: '', role: 'case-manager', unitIds: [], phone: 'unknown', signInName: '' }
const roleOptions = Role.def.values.map(role => ({ value: role, label: roleNames[role] }))
const fieldNames = ['fullName', 'initials', 'role', 'phone', 'signInName'] as const

/** Name, role and units of one person. A new one gets a one-time code in place of a passphrase. */
export function PersonDialog({ person, onClose, onCode }: Props) {
  const { units } = useFacilityFacts()
  const form = useForm<FormIn, unknown, FormOut>({ resolver: zodResolver(Form), defaultValues: person === null ? nobody : valuesOf(person) })
  const draft = useFormDraft({ form, key: person === null ? 'person-new' : `person-edit:${person.personId}`, basedOn: person?.version, route: { screen: 'people', person: person?.personId ?? 'new' }, title: person === null ? 'New person' : `Person, ${person.fullName}` })
  const add = useCommand('accounts.add', { errors: 'inline' })
  const edit = useCommand('accounts.edit', { errors: 'inline' })
  const error = add.error ?? edit.error
  // Once for each answer: shown again at every keystroke it would stand on the corrected field.
  useEffect(() => {
    if (error !== null) applyFieldErrors(form.setError, error, fieldNames)
  }, [error, form.setError])

  const save = form.handleSubmit(async ({ signInName, ...fields }) => {
    if (person === null) {
      const answer = await add.run({ ...fields, signInName })
      if (answer === null) return
      await draft.finish()
      onCode({ name: fields.fullName, signInName, code: answer.oneTimeCode })
    } else {
      const answer = await edit.run({ personId: person.personId, expectedVersion: draft.basedOn, fields })
      if (answer === null) return
      await draft.finish()
      onClose()
    }
  })
  const isAdministrator = form.watch('role') === 'administrator'
  return (
    <Dialog open onClose={onClose} title={person === null ? 'Add a person' : `Edit ${person.fullName}`} onSubmit={() => void save()} actions={<DialogButtons primary={person === null ? 'Add and show the code' : 'Save'} onCancel={onClose} busy={add.isRunning || edit.isRunning} />}>
      <div className={s['fields']}>
        <DraftBar draft={draft} />
        <FieldRow columns="2fr 1fr">
          <Controller name="fullName" control={form.control} render={({ field, fieldState }) => <TextField label="Full name" required autoFocus {...field} error={fieldState.error?.message} />} />
          <Controller name="initials" control={form.control} render={({ field, fieldState }) => <TextField label="Initials" required {...field} error={fieldState.error?.message} />} />
        </FieldRow>
        <FieldRow>
          <Controller name="signInName" control={form.control} render={({ field, fieldState }) => <TextField label="Sign-in name" required disabled={person !== null} {...field} error={fieldState.error?.message} />} />
          <Controller name="phone" control={form.control} render={({ field, fieldState }) => <TextField label="Phone" type="tel" allowUnknown {...field} value={field.value} error={fieldState.error?.message} />} />
        </FieldRow>
        <Controller
          name="role"
          control={form.control}
          render={({ field }) => <SelectField label="Role" hint={isAdministrator ? 'An administrator manages the workstation and sees no patient.' : undefined} options={roleOptions} value={field.value} onBlur={field.onBlur} onChange={role => field.onChange(Role.catch('assistant').parse(role))} />}
        />
        {!isAdministrator && <Controller name="unitIds" control={form.control} render={({ field }) => <UnitChoice units={units} value={field.value} onChange={field.onChange} />} />}
        <FormMessage error={error} />
      </div>
    </Dialog>
  )
}

const valuesOf = ({ fullName, initials, role, unitIds, phone, signInName }: Person): FormIn => ({ fullName, initials, role, unitIds, phone, signInName })
