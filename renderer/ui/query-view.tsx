import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useErrorCopy } from './error-copy.tsx'
import { FailedState } from './failed-state.tsx'
import { LoadingSkeleton } from './loading-skeleton.tsx'

export interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>
  readonly skeleton?: ReactNode
  readonly isEmpty?: ((data: Data) => boolean) | undefined
  readonly empty?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Loading, failed, empty or there: each query's four faces, in one place. Data already there stays while a refresh fails. */
export function QueryView<Data>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<Data>) {
  const copy = useErrorCopy()
  if (query.data !== undefined) return <>{isEmpty?.(query.data) === true ? empty : children(query.data)}</>
  if (!query.isError) return <>{skeleton ?? <LoadingSkeleton />}</>
  return <FailedState {...copy(query.error)} onRetry={() => void query.refetch()} />
}
