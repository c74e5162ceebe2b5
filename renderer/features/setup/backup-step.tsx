import { RadioField } from '#renderer/ui/choice-fields.tsx'
import { Banner } from '#renderer/ui/banner.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import type { SetUpValues } from './set-up-form.ts'

interface Props {
  readonly values: SetUpValues
  readonly onChange: (values: SetUpValues) => void
  readonly problems: Readonly<Record<string, string>>
}

const choices = [
  { value: 'folder', label: 'In a folder I name', hint: 'Another disk, a USB stick that stays in, or a network folder. Backups are encrypted like the data.' },
  { value: 'beside-store', label: 'Beside the data, on the same disk', hint: 'Better than none; when this disk fails, the backups go with it.' },
]

/** Where the daily copies go. */
export function BackupStep({ values, onChange, problems }: Props) {
  return (
    <>
      <RadioField label="Where do the daily backups go?" value={values.backup} options={choices} onChange={backup => onChange({ ...values, backup: backup === 'beside-store' ? 'beside-store' : 'folder' })} />
      {values.backup === 'folder' ? (
        <TextField label="Folder" required hint="The whole path, such as /mnt/backup/caseboard or E:\Caseboard." value={values.backupFolder} onChange={backupFolder => onChange({ ...values, backupFolder })} error={problems['backupFolder']} />
      ) : (
        <Banner tone="warn" title="Same disk.">Administrators and leads are warned at every sign-in until an administrator chooses another folder.</Banner>
      )}
    </>
  )
}
