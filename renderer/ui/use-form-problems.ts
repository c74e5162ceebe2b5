import { useEffect, useMemo } from 'react'
import type { FormError } from './form-errors.tsx'

interface FormProblemsOptions {
  /** What the page found at the last try to save, by path; a new object for each try. */
  readonly problems: Readonly<Record<string, string>>
  /** What the core said about it, by path; a new object for each answer. */
  readonly said: Readonly<Record<string, string>> | undefined
  /** The words a person knows the field by. */
  readonly labelOf: (path: string) => string
}

export interface FormProblemsShown {
  /** Name and message of a field: spread it on the field. */
  readonly at: (path: string) => { readonly name: string; readonly error: string | undefined }
  /** For `FormErrors` at the top of the form. */
  readonly list: readonly FormError[]
}

/** What stands in the way of saving: by field, and as a list. After each try the focus goes to the first field that is wrong. */
export function useFormProblems({ problems, said, labelOf }: FormProblemsOptions): FormProblemsShown {
  const shown = useMemo(() => {
    const fromCore = Object.entries(said ?? {}).map(([path, words]) => [path.replace(/^fields\./, ''), words] as const)
    return new Map([...Object.entries(problems), ...fromCore])
  }, [problems, said])
  useEffect(() => {
    const [first] = [...shown.keys()].flatMap(name => [...document.getElementsByName(name)])
    first?.focus()
  }, [shown])
  return {
    at: path => ({ name: path, error: shown.get(path) }),
    list: [...shown].map(([name, message]) => ({ name, label: labelOf(name), message })),
  }
}
