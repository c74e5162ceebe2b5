import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'
import { useDrafts } from '#renderer/state/drafts-store.ts'
import { writePlace, type Overlay, type Route } from '#renderer/state/route.ts'
import { draftValuesOf, dropDraft, keepDraft } from './draft-keeper.ts'
import { readKept, takeUp, writeKept, type KeptForm } from './kept-form.ts'

export interface DraftOptions {
  /** Names the form and the record, never the patient: `note:01J…`, `patient-new`. Without the record's version: that is `basedOn`. */
  readonly key: string
  /** The screen that shows this form again. */
  readonly route: Route
  /** When the form opens over a screen. */
  readonly overlay?: Overlay | undefined
  /** What the resume list shows, such as "Note, Rivera M."; it may name a patient, it is stored encrypted. */
  readonly title: string
  /** The version of the record that the form shows. Absent where nothing of a record is written over. */
  readonly basedOn?: number | undefined
}

export interface DraftState {
  /** True when this form was filled from a draft; offer "Start over". */
  readonly restored: boolean
  /** Something typed is kept. */
  readonly kept: boolean
  /** The version to save with: the one the text was written against, so that the core refuses to write over what came after. */
  readonly basedOn: number
  /** The record was changed where the person typed, after they began: saving is refused, offer "Start over". */
  readonly isOutdated: boolean
  /** Call after the form was saved. Never rejects. */
  readonly finish: () => Promise<void>
  /** Throws the typed text away; the form resets itself. Never rejects. */
  readonly discard: () => Promise<void>
}

interface Filled {
  /** What the form was filled from; `null` for the record itself. */
  readonly draft: KeptForm | null
  readonly isOutdated: boolean
}

const parsed = (json: string): unknown => JSON.parse(json)
const unfilled: Filled = { draft: null, isOutdated: false }

/**
 * Makes any form a private draft from its first keystroke: `values` are kept within half a second of a change, come back after
 * lock, crash or another visit through `restore` (before the paint), and stand in the resume list until `finish`. Opening and looking
 * keeps nothing. Where the record changed meanwhile, `restore` gets the record as it is with what was typed in it.
 */
export function useDraft(options: DraftOptions & { readonly values: unknown; readonly restore: (values: unknown) => void }): DraftState {
  const { key, route, overlay, title, values, restore, basedOn = 0 } = options
  const kept = useDrafts(s => s.drafts.has(key))
  const json = JSON.stringify(values)
  const place = writePlace({ route, overlay: overlay ?? null })
  const latest = useRef({ json, restore, basedOn })
  latest.current = { json, restore, basedOn }
  // What the form showed before anything was typed, and of which version.
  const begun = useRef({ json, basedOn })
  // The values that need not be kept: those it began with, came back with, or that are kept already.
  const seen = useRef(json)
  // The title the last kept text went under: whom it is about may be known only after the first words.
  const keptAs = useRef<string | null>(null)
  const isDone = useRef(false)
  const [filled, setFilled] = useState(unfilled)
  // Filled by us and not drawn yet: the values of that drawing are nobody's typing.
  const filling = useRef<Filled | null>(null)
  const fill = useCallback((next: Filled, from: unknown) => {
    filling.current = next
    setFilled(next)
    latest.current.restore(from)
  }, [])

  useLayoutEffect(() => {
    begun.current = { json: latest.current.json, basedOn: latest.current.basedOn }
    seen.current = latest.current.json
    keptAs.current = null
    isDone.current = false
    const stored = readKept(draftValuesOf(key) ?? '')
    if (stored === null) return
    const { kept: draft, isOutdated } = takeUp(stored, parsed(begun.current.json), begun.current.basedOn)
    fill({ draft, isOutdated }, draft.form)
  }, [key, fill])

  useEffect(() => {
    if (filling.current !== null) {
      if (filling.current !== filled) return
      filling.current = null
      seen.current = json
    }
    const isKeptAsIs = json === seen.current && (keptAs.current === null || keptAs.current === title)
    if (isDone.current || isKeptAsIs) return
    seen.current = json
    keptAs.current = title
    const { basedOn: version, began } = filled.draft ?? { basedOn: begun.current.basedOn, began: parsed(begun.current.json) }
    keepDraft({ key, place, title, values: writeKept({ form: parsed(json), began, basedOn: version }) })
  }, [json, key, place, title, filled])

  const finish = useCallback(async () => {
    isDone.current = true
    setFilled(unfilled)
    await dropDraft(key)
  }, [key])

  const discard = useCallback(async () => {
    keptAs.current = null
    fill({ ...unfilled }, parsed(begun.current.json))
    await dropDraft(key)
  }, [key, fill])

  return { restored: filled.draft !== null, kept, basedOn: filled.draft?.basedOn ?? begun.current.basedOn, isOutdated: filled.isOutdated, finish, discard }
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
