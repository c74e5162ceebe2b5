import { useState } from 'react'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import type { EntryView } from '#shared/contract/recovery.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import type { DateEntry } from '#renderer/ui/date-field.tsx'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { isReason } from './recovery-words.ts'

export interface ReplanRequest {
  readonly entry: EntryView
  /** The version of the entry that the dates were written against. */
  readonly version: number
  readonly dates: { readonly from: DateEntry; readonly on: DateEntry; readonly to: DateEntry }
  readonly scope: 'one' | 'later'
  readonly later: readonly EntryView[]
  readonly days: number | null
  readonly needsReason: boolean
  readonly reason: string | null
  readonly note: string
}

type Errors = Readonly<Record<string, string>>

/** Saves a re-plan of one entry or a shift of all later ones, and offers the undo. */
export function useReplan() {
  const toasts = useToasts()
  const [missing, setMissing] = useState<Errors>({})
  const one = useCommand('recovery.replan', { errors: 'inline' })
  const many = useCommand('recovery.shiftLater', { errors: 'inline' })
  const undo = useCommand('recovery.undoReplan')

  const save = async (request: ReplanRequest): Promise<boolean> => {
    const { entry, dates, scope, later, days } = request
    const reason = isReason(request.reason) ? request.reason : ('none' as const)
    const note = request.note.trim() === '' ? ('none' as const) : request.note
    const problems = problemsOf(request, reason)
    setMissing(problems)
    const { from, on, to } = dates
    if (Object.keys(problems).length > 0 || !isDay(from) || !isDay(on) || !isDay(to)) return false
    if (scope === 'later') {
      const done = await many.run({ fromEntryId: entry.id, days: days ?? 0, reason, note, seen: later.map(({ id, version }) => ({ entryId: id, version })) })
      if (done === null) return false
      toasts.undo(`${done.moved} rows moved by ${signed(days ?? 0)} d`, () => void undo.run({ replanId: done.replanId }))
      return true
    }
    const done = await one.run({ entryId: entry.id, version: request.version, planned: { from, on, to }, reason, note })
    if (done === null) return false
    toasts.undo(`Re-planned: ${entry.label}`, () => void undo.run({ replanId: done.replanId }))
    return true
  }
  return { save, isSaving: one.isRunning || many.isRunning, errors: { ...missing, ...fieldErrors(one.error ?? many.error) } }
}

function problemsOf({ dates, scope, days, needsReason }: ReplanRequest, reason: string): Errors {
  return {
    ...(![dates.from, dates.on, dates.to].every(isDay) ? { planned: 'Type three days, such as t+2 or 11/24.' } : {}),
    ...(scope === 'later' && (days === null || days === 0) ? { days: 'Say by how many days.' } : {}),
    ...(needsReason && reason === 'none' ? { reason: 'Choose a reason.' } : {}),
  }
}

function fieldErrors(error: AppErrorShape | null): Errors {
  if (error === null) return {}
  return error.code === 'validation' ? error.fields : { reason: error.message }
}

const isDay = (entry: DateEntry): entry is PlainDate => entry !== null && entry !== 'unknown' && entry !== 'invalid'
const signed = (days: number): string => (days > 0 ? `+${days}` : `−${Math.abs(days)}`)
