import { useCallback, useEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { writePlace, type Overlay, type Route } from '#renderer/state/route.ts'
import { dropDraft, keepDraft } from './draft-keeper.ts'

export interface DraftOptions {
  /** Names the form and the record, never the patient: `note:01J…`, `patient-new`. */
  readonly key: string
  /** The screen that shows this form again. */
  readonly route: Route
  /** When the form opens over a screen. */
  readonly overlay?: Overlay | undefined
  /** What the resume list shows, such as "Note, Rivera M."; it may name a patient, it is stored encrypted. */
  readonly title: string
}

export interface DraftState {
  /** True when this form was filled from a draft; offer "Start over". */
  readonly restored: boolean
  /** Something typed is kept. */
  readonly kept: boolean
  /** Call after the form was saved. */
  readonly finish: () => Promise<void>
  /** Throws the typed text away; the form resets itself. */
  readonly discard: () => Promise<void>
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/**
 * Makes any form a private draft from its first keystroke: `values` are kept within half a second of a change, come back after
 * lock, crash or another visit through `restore` (called once, before the first paint), and stand in the resume list until `finish`.
 */
export function useDraft(options: DraftOptions & { readonly values: unknown; readonly restore: (values: unknown) => void }): DraftState {
  const { key, route, overlay, title, values, restore } = options
  const [restored, setRestored] = useState(false)
  const kept = useDrafts(s => s.drafts.has(key))
  const json = JSON.stringify(values)
  // What the form held before anything was typed: only a difference from it is worth keeping.
  const untouched = useRef({ key, json })
  const lastKept = useRef<string | null>(null)
  const done = useRef(false)
  const place = writePlace({ route, overlay: overlay ?? null })

  useEffect(() => {
    untouched.current = { key, json }
    done.current = false
    const draft = useDrafts.getState().drafts.get(key)
    if (draft === undefined) return
    lastKept.current = draft.values
    setRestored(true)
    restore(parsed(draft.values))
    // Once for each form: later changes of the values are the person's own.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key])

  useEffect(() => {
    if (done.current || json === lastKept.current || (lastKept.current === null && json === untouched.current.json)) return
    lastKept.current = json
    keepDraft({ key, place, title, values: json })
  }, [json, key, place, title])

  const finish = useCallback(async () => {
    done.current = true
    lastKept.current = null
    setRestored(false)
    await dropDraft(key)
  }, [key])

  const discard = useCallback(async () => {
    const before = untouched.current.json
    lastKept.current = null
    setRestored(false)
    restore(parsed(before))
    untouched.current = { key, json: before }
    await dropDraft(key)
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key])

  return { restored, kept, finish, discard }
}

/** `useDraft` for a react-hook-form form: watches it, and restores without forgetting what is dirty. */
export function useFormDraft<T extends FieldValues, Context, Out>(options: DraftOptions & { readonly form: UseFormReturn<T, Context, Out> }): DraftState {
  const { form, ...rest } = options
  const values = form.watch()
  return useDraft({
    ...rest,
    values,
    restore: draft => {
      if (isFormValues<T>(draft)) form.reset({ ...values, ...draft }, { keepDefaultValues: true })
    },
  })
}

// The form's own schema judges the values on submit; here it only has to be an object of fields.
const isFormValues = <T extends FieldValues>(value: unknown): value is DefaultValues<T> & T => typeof value === 'object' && value !== null && !Array.isArray(value)
