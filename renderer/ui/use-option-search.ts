import { useEffect, useState } from 'react'

export interface ComboOption<T> {
  readonly id: string
  readonly label: string
  /** At the right, smaller: what tells two of the same name apart. */
  readonly hint?: string | undefined
  readonly data: T
}

export type OptionSearch<T> = (text: string, signal: AbortSignal) => Promise<readonly ComboOption<T>[]>

type Found<T> = { readonly state: 'idle' | 'searching' | 'found' | 'failed'; readonly options: readonly ComboOption<T>[] }

// Long enough to skip the letters of a quick typist, short enough not to be felt.
const PAUSE_MS = 120

/** Searches as the text changes; only the latest answer counts. The old options stay until the new ones are there. */
export function useOptionSearch<T>({ text, search, minChars, initialOptions }: { text: string; search: OptionSearch<T>; minChars: number; initialOptions?: readonly ComboOption<T>[] | undefined }): Found<T> {
  const query = text.trim()
  const asks = query.length >= minChars
  const [found, setFound] = useState<Found<T>>({ state: 'idle', options: [] })
  useEffect(() => {
    if (!asks) return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      setFound((old) => ({ ...old, state: 'searching' }))
      search(query, abort.signal).then(
        (options) => (abort.signal.aborted ? undefined : setFound({ state: 'found', options })),
        () => (abort.signal.aborted ? undefined : setFound({ state: 'failed', options: [] })),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asks, query, search])
  return asks ? found : { state: 'idle', options: initialOptions ?? [] }
}
