import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { closeReasonNames } from '#shared/domain/caseload/words.ts'
import { CloseReason, type Case } from '#shared/model/case.ts'
import { PersonId } from '#shared/model/ids.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { DateField, type DateEntry } from '#renderer/ui/date-field.tsx'
import { Dialog, DialogButtons } from '#renderer/ui/dialog.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { caseQueries } from './case-queries.ts'

export type CaseStepKind = 'hold' | 'resume' | 'close' | 'reopen' | 'reassign'

interface StepProps {
  readonly found: Case
  readonly onClose: () => void
}

const texts = {
  hold: { title: 'Put the case on hold', primary: 'Put on hold', done: 'Case on hold', hint: 'What the case waits for.' },
  resume: { title: 'Resume the case', primary: 'Resume', done: 'Case resumed', hint: 'May be left empty.' },
  reopen: { title: 'Reopen the case', primary: 'Reopen', done: 'Case reopened', hint: 'How it was closed stays in the history.' },
} as const

/** One step in the life of a case. */
export function CaseStepDialog({ kind, ...props }: StepProps & { readonly kind: CaseStepKind }) {
  if (kind === 'close') return <CloseDialog {...props} />
  if (kind === 'reassign') return <ReassignDialog {...props} />
  return <ReasonDialog kind={kind} {...props} />
}

function useStepDone(onClose: () => void) {
  const toasts = useToasts()
  return (title: string) => {
    toasts.show({ tone: 'ok', title })
    onClose()
  }
}

function ReasonDialog({ kind, found, onClose }: StepProps & { readonly kind: 'hold' | 'resume' | 'reopen' }) {
  const words = texts[kind]
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const finish = useStepDone(onClose)
  const onDone = () => finish(words.done)
  const hold = useCommand('cases.hold', { errors: 'inline', onDone })
  const resume = useCommand('cases.resume', { errors: 'inline', onDone })
  const reopen = useCommand('cases.reopen', { errors: 'inline', onDone })
  const missing = kind !== 'resume' && reason.trim() === ''
  const { error, isRunning } = { hold, resume, reopen }[kind]
  const submit = () => {
    setTried(true)
    if (missing) return
    const aim = { caseId: found.id, expectedVersion: found.version }
    if (kind === 'hold') void hold.run({ ...aim, reason })
    else if (kind === 'reopen') void reopen.run({ ...aim, reason })
    else void resume.run({ ...aim, reason: reason.trim() === '' ? 'none' : reason })
  }
  return (
    <Dialog open onClose={onClose} title={words.title} size="small" dirty={reason.trim() !== ''} onSubmit={submit} busy={isRunning} actions={<DialogButtons primary={words.primary} onCancel={onClose} busy={isRunning} />}>
      {error !== null && <Banner tone="bad" title="Nothing was saved">{error.message}</Banner>}
      <TextField label="Reason" value={reason} onChange={setReason} hint={words.hint} required={kind !== 'resume'} error={tried && missing ? 'Say why in one line.' : undefined} maxLength={200} autoFocus />
    </Dialog>
  )
}

function CloseDialog({ found, onClose }: StepProps) {
  const { today } = useFacility()
  const [reason, setReason] = useState<CloseReason | null>(null)
  const [on, setOn] = useState<DateEntry>(today)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const finish = useStepDone(onClose)
  const save = useCommand('cases.close', { errors: 'inline', onDone: () => finish('Case closed') })
  const said = save.error?.code === 'validation' ? save.error.fields['closedOn'] : undefined
  const day = on === null || on === 'invalid' || on === 'unknown' ? null : on
  const submit = () => {
    setTried(true)
    if (day !== null && reason !== null) void save.run({ caseId: found.id, expectedVersion: found.version, closeReason: reason, closedOn: day, note: note.trim() === '' ? 'none' : note })
  }
  return (
    <Dialog open onClose={onClose} title="Close the case" size="small" dirty={note.trim() !== '' || on !== today} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Close case" onCancel={onClose} busy={save.isRunning} />}>
      {save.error !== null && said === undefined && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
      <SelectField label="Reason" value={reason} required placeholder="Choose" error={tried && reason === null ? 'Choose why the case is closed.' : undefined} autoFocus options={[...CloseReason.values].map(value => ({ value, label: closeReasonNames[value] }))}
        onChange={value => { const chosen = CloseReason.safeParse(value); if (chosen.success) setReason(chosen.data) }} />
      <DateField label="Closed on" value={on} onChange={setOn} past max={today} min={found.openedOn} error={said ?? (day === null ? 'This is not a day of the calendar.' : undefined)} />
      <TextField label="Note (optional)" value={note} onChange={setNote} maxLength={200} />
    </Dialog>
  )
}

function ReassignDialog({ found, onClose }: StepProps) {
  const choices = useQuery(caseQueries.choices())
  const [to, setTo] = useState<string>(found.caseManagerId)
  const [reason, setReason] = useState('')
  const finish = useStepDone(onClose)
  const save = useCommand('cases.reassign', { errors: 'inline', onDone: () => finish('Case reassigned') })
  const submit = () => {
    const person = PersonId.safeParse(to)
    void save.run({ caseId: found.id, expectedVersion: found.version, caseManagerId: person.success ? person.data : 'unassigned', reason: reason.trim() === '' ? 'none' : reason })
  }
  return (
    <Dialog open onClose={onClose} title="Reassign the case" size="small" dirty={reason.trim() !== '' || to !== found.caseManagerId} onSubmit={submit} busy={save.isRunning} actions={<DialogButtons primary="Reassign" onCancel={onClose} busy={save.isRunning} />}>
      {save.error !== null && <Banner tone="bad" title="Nothing was saved">{save.error.message}</Banner>}
      <SelectField label="Case manager" value={to} autoFocus options={[{ value: 'unassigned', label: 'Unassigned' }, ...(choices.data?.people ?? []).map(person => ({ value: person.id, label: person.name }))]} onChange={value => setTo(value ?? 'unassigned')} />
      <TextField label="Reason (optional)" value={reason} onChange={setReason} maxLength={200} />
    </Dialog>
  )
}
