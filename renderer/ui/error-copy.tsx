import { createContext, useContext, type ReactNode } from 'react'

export interface ErrorWords {
  readonly title: string
  readonly sentence: string
  readonly details?: string | undefined
}

/** What a thrown thing means to the person in front of it. */
export type ErrorCopy = (error: unknown) => ErrorWords

const ErrorCopyContext = createContext<ErrorCopy>(() => ({ title: 'This could not be loaded', sentence: 'Nothing was changed. Try again.' }))

/** The app says once how its errors read; every QueryView asks here. */
export function ErrorCopyProvider({ value, children }: { value: ErrorCopy; children: ReactNode }) {
  return <ErrorCopyContext value={value}>{children}</ErrorCopyContext>
}

export function useErrorCopy(): ErrorCopy {
  return useContext(ErrorCopyContext)
}
