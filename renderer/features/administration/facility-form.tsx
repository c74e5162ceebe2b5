import { Button } from '@fluentui/react-components'
import { zodResolver } from '@hookform/resolvers/zod'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { FacilityFields, type Facility } from '#shared/contract/facility.ts'
import { Zone } from '#shared/contract/session.ts'
import { Line } from '#shared/model/scalars.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import { useFormDraft } from '#renderer/app/use-draft.ts'
import { FormMessage } from '#renderer/features/accounts/index.ts'
import { searchZones, zoneOption } from '#renderer/features/setup/index.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { ComboField } from '#renderer/ui/combo-field.tsx'
import { FieldRow, FormActions } from '#renderer/ui/form-layout.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import s from './administration.module.css'

const minutes = z.union([z.null(), z.literal(['unknown', 'invalid']), z.number()])
const Form = z.object({ name: Line, zone: Zone, idleMinutes: minutes, blurSeconds: minutes, backup: z.literal(['beside-store', 'folder']), folder: z.string().max(200) }).transform((values, context) => {
  const { backup, folder, ...rest } = values
  const fields = FacilityFields.safeParse({ ...rest, backupFolder: backup === 'beside-store' ? backup : folder })
  if (fields.success) return fields.data
  for (const issue of fields.error.issues) {
    const field = issue.path[0] === 'backupFolder' ? 'folder' : String(issue.path[0])
    context.addIssue({ code: 'custom', path: [field], message: field === 'folder' ? 'Write the folder’s whole path.' : field === 'idleMinutes' ? 'Between 1 and 15 minutes.' : field === 'blurSeconds' ? 'Between 60 and 120 seconds.' : issue.message })
  }
  return z.NEVER
})
type FormIn = z.input<typeof Form>
type FormOut = z.output<typeof Form>

const backups = [
  { value: 'folder', label: 'In another folder', hint: 'Another disk, a USB stick that stays in, or a network folder.' },
  { value: 'beside-store', label: 'Beside the data, on the same disk' },
]

/** Saved together; what changes holds from that moment. */
export function FacilityForm({ facility }: { readonly facility: Facility }) {
  const toasts = useToasts()
  const form = useForm<FormIn, unknown, FormOut>({ resolver: zodResolver(Form), defaultValues: valuesOf(facility) })
  const draft = useFormDraft({ form, key: 'facility', basedOn: facility.version, route: { screen: 'facility' }, title: 'Facility' })
  const update = useCommand('facility.update', { errors: 'inline' })
  const save = form.handleSubmit(async fields => {
    const answer = await update.run({ expectedVersion: draft.basedOn, fields })
    if (answer === null) return
    await draft.finish()
    toasts.show({ title: 'Saved. It holds from now on.' })
  })
  const isBeside = form.watch('backup') === 'beside-store'
  return (
    <form className={s['form']} noValidate onSubmit={event => void save(event)}>
      <DraftBar draft={draft} />
      <Controller name="name" control={form.control} render={({ field, fieldState }) => <TextField label="Name of the facility" required {...field} error={fieldState.error?.message} />} />
      <Controller name="zone" control={form.control} render={({ field }) => <ComboField label="Time zone" hint="Days begin at midnight here. Type a city." value={zoneOption(field.value)} search={searchZones} onBlur={field.onBlur} onChange={option => field.onChange(option?.id ?? field.value)} />} />
      <FieldRow>
        <Controller name="idleMinutes" control={form.control} render={({ field, fieldState }) => <NumberField label="Lock after" unit="minutes idle" min={1} max={15} hint="1 to 15. The passphrase opens it again." {...field} error={fieldState.error?.message} />} />
        <Controller name="blurSeconds" control={form.control} render={({ field, fieldState }) => <NumberField label="Hide the screen after" unit="seconds idle" min={60} max={120} hint="60 to 120, for people with a PIN." {...field} error={fieldState.error?.message} />} />
      </FieldRow>
      <Controller name="backup" control={form.control} render={({ field }) => <RadioField label="Where do the daily backups go?" options={backups} {...field} />} />
      {isBeside ? (
        <Banner tone="warn" title="Same disk.">When this disk fails, the backups go with it.</Banner>
      ) : (
        <Controller name="folder" control={form.control} render={({ field, fieldState }) => <TextField label="Backup folder" required {...field} error={fieldState.error?.message} />} />
      )}
      <FormMessage error={update.error} />
      <FormActions>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={update.isRunning}>Save</Button>
      </FormActions>
    </form>
  )
}

const valuesOf = ({ name, zone, idleMinutes, blurSeconds, backupFolder }: Facility): FormIn => ({
  name, zone, idleMinutes, blurSeconds, backup: backupFolder === 'beside-store' ? 'beside-store' : 'folder', folder: backupFolder === 'beside-store' ? '' : backupFolder,
})
