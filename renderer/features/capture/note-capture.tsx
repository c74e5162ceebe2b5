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
import { CaptureAbout } from './capture-about.ts'
import { useCaptureAbout } from './use-capture-about.ts'

const Values = z.object({ about: CaptureAbout.nullable(), text: z.string() })
type Values = z.output<typeof Values>

/** A one-line note from anywhere: who, what, Enter. */
export function NoteCapture({ overlay, onClose }: OverlayProps<'note'>) {
  const about = useCaptureAbout(overlay)
  return about === 'pending' ? null : <NoteForm overlay={overlay} about={about} onClose={onClose} />
}

function NoteForm({ overlay, about, onClose }: OverlayProps<'note'> & { readonly about: CaptureAbout | null }) {
  const [values, setValues] = useState<Values>({ about, text: '' })
  const [tried, setTried] = useState(false)
  const route = useRoute(s => s.route)
  const toasts = useToasts()
  const draft = useDraft({
    key: `note:${overlay.caseId ?? overlay.patientId ?? 'any'}`, route, overlay, title: values.about === null ? 'Note' : `Note, ${values.about.label}`, values,
    restore: kept => { const known = Values.safeParse(kept); if (known.success) setValues(known.data) },
  })
  const save = useCommand('notes.add', { onDone: () => { void draft.finish(); toasts.show({ tone: 'ok', title: 'Note saved' }); onClose() } })
  const problems = { about: values.about === null ? 'Choose whom it is about.' : undefined, text: values.text.trim() === '' ? 'Write the note.' : undefined }
  const submit = () => {
    setTried(true)
    if (values.about !== null && problems.text === undefined) void save.run({ patientId: values.about.patientId, caseId: values.about.caseId, text: values.text })
  }
  // A dialog gives focus to its first field: opened about a record, that must be the text.
  const whom = <AboutField value={values.about} onChange={next => setValues({ ...values, about: next })} required error={tried ? problems.about : undefined} />
  return (
    <Dialog open title="Note" size="medium" onClose={onClose} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Save note" onCancel={onClose} busy={save.isRunning} />}>
      <DraftBar draft={draft} />
      {about === null && whom}
      <TextAreaField label="Note" rows={4} value={values.text} onChange={text => setValues({ ...values, text })} error={tried ? problems.text : undefined} hint="Kept as a draft while you type. Ctrl+Enter saves." />
      {about !== null && whom}
    </Dialog>
  )
}
