import { useState } from 'react'
import { z } from 'zod'
import { DraftBar } from '#renderer/app/draft-bar.tsx'
import type { OverlayProps } from '#renderer/app/screen.ts'
import { useDraft } from '#renderer/app/use-draft.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useRoute } from '#renderer/state/route-store.ts'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { TextAreaField } from '#renderer/ui/text-area-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { AboutField } from './about-field.tsx'
import { AboutChoice } from './capture-about.ts'
import { useCaptureAbout } from './use-capture-about.ts'

const Values = z.object({ about: AboutChoice, text: z.string() })
type Values = z.output<typeof Values>

/** A one-line note from anywhere: who, what, Enter. */
export function NoteCapture({ overlay, onClose }: OverlayProps<'note'>) {
  const [values, setValues] = useState<Values>({ about: 'as-opened', text: '' })
  const { about, isPending, isGiven } = useCaptureAbout(overlay, values.about)
  const [tried, setTried] = useState(false)
  const route = useRoute(s => s.route)
  const toasts = useToasts()
  const draft = useDraft({
    key: `note:${overlay.caseId ?? overlay.patientId ?? 'any'}`, route, overlay, title: about === null ? 'Note' : `Note, ${about.label}`, values,
    restore: kept => { const known = Values.safeParse(kept); if (known.success) setValues(known.data) },
  })
  const save = useCommand('notes.add', { onDone: () => { void draft.finish(); toasts.show({ tone: 'ok', title: 'Note saved' }); onClose() } })
  const problems = { about: about === null && !isPending ? 'Choose whom it is about.' : undefined, text: values.text.trim() === '' ? 'Write the note.' : undefined }
  const submit = () => {
    setTried(true)
    if (about !== null && problems.text === undefined) void save.run({ patientId: about.patientId, caseId: about.caseId, text: values.text })
  }
  // A dialog gives focus to its first field: opened about a record, that must be the text.
  const whom = <AboutField value={about} onChange={next => setValues({ ...values, about: next })} required error={tried ? problems.about : undefined} />
  return (
    <Dialog open title="Note" size="medium" onClose={onClose} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Save note" onCancel={onClose} busy={save.isRunning} />}>
      <DraftBar draft={draft} />
      {!isGiven && whom}
      <TextAreaField label="Note" rows={4} value={values.text} onChange={text => setValues({ ...values, text })} error={tried ? problems.text : undefined} hint="Kept as a draft while you type. Ctrl+Enter saves." />
      {isGiven && whom}
    </Dialog>
  )
}
