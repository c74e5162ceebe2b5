import { useState } from 'react'
import type { EntryView } from '#shared/contract/recovery.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { errorTitle } from '#renderer/api/error-words.ts'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import { useFacility } from '#renderer/ui/facility.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { EntryForm } from './entry-form.ts'

type Errors = Readonly<Record<string, string>>

interface SaveEntry {
  /** False when something kept it from being saved; it says what itself. */
  readonly save: (form: EntryForm) => Promise<boolean>
  readonly isSaving: boolean
  readonly errors: Errors
}

/** Saves what the entry dialog holds: the mark, then the words for the patient, each only where changed; `seenVersion` is the version it was written against. */
export function useSaveEntry(entry: EntryView, seenVersion: number): SaveEntry {
  const { today } = useFacility()
  const toasts = useToasts()
  const [errors, setErrors] = useState<Errors>({})
  const inline = { errors: 'inline' } as const
  const reached = useCommand('recovery.markReached', inline)
  const missed = useCommand('recovery.markMissed', inline)
  const notApplicable = useCommand('recovery.markNotApplicable', inline)
  const open = useCommand('recovery.undoMark', inline)
  const words = useCommand('recovery.setPatientText', inline)
  const commands = [reached, missed, notApplicable, open, words]

  const mark = async (form: EntryForm): Promise<{ version: number } | null> => {
    const seen = { entryId: entry.id, version: seenVersion }
    const note = form.note.trim() === '' ? ('none' as const) : form.note
    switch (form.status) {
      case 'open': return open.run(seen)
      case 'missed': return missed.run({ ...seen, note })
      case 'not-applicable': return notApplicable.run({ ...seen, reason: form.reason })
      case 'reached': return form.on === null || form.on === 'invalid' || form.on === 'unknown' ? null : reached.run({ ...seen, on: form.on, note })
    }
  }

  const save = async (form: EntryForm): Promise<boolean> => {
    const missing = missingFields(form)
    setErrors(missing)
    if (Object.keys(missing).length > 0) return false
    let version = seenVersion
    if (EntryForm.markChanged(form, entry, today)) {
      const done = await mark(form)
      if (done === null) return false
      version = done.version
      toasts.undo(`Saved: ${entry.label}`, () => void open.run({ entryId: entry.id, version: done.version }))
    }
    if (!EntryForm.textChanged(form, entry, today)) return true
    const text = form.text.trim() === '' ? ('unknown' as const) : form.text
    return (await words.run({ entryId: entry.id, version, text, reviewed: form.reviewed && text !== 'unknown' })) !== null
  }
  const failed = commands.map(({ error }) => error).find(error => error !== null) ?? null
  return { save, isSaving: commands.some(({ isRunning }) => isRunning), errors: { ...errors, ...fieldErrors(failed) } }
}

function missingFields(form: EntryForm): Errors {
  if (form.status === 'reached' && (form.on === null || form.on === 'invalid' || form.on === 'unknown')) return { on: 'Type the day, such as t or 11/20.' }
  if (form.status === 'not-applicable' && form.reason.trim() === '') return { reason: 'Say why it does not apply.' }
  return {}
}

/** A refusal without a field stands at the mark, where it was asked for. */
function fieldErrors(error: AppErrorShape | null): Errors {
  if (error === null) return {}
  return error.code === 'validation' ? error.fields : { on: `${errorTitle(error)}: ${error.message}`, note: error.message }
}
