import { Button } from '@fluentui/react-components'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Banner } from './banner.tsx'
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

/** Loading, failed, empty or there: each query's four faces, in one place. Data already there stays while a refresh fails, and says so. */
export function QueryView<Data>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<Data>) {
  const copy = useErrorCopy()
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError && <Banner tone="warn" title="Could not be refreshed." action={<Button size="small" onClick={() => void query.refetch()}>Try again</Button>}>This is as it was before. {copy(query.error).sentence}</Banner>}
        {isEmpty?.(query.data) === true ? empty : children(query.data)}
      </>
    )
  }
  if (!query.isError) return <>{skeleton ?? <LoadingSkeleton />}</>
  return <FailedState {...copy(query.error)} onRetry={() => void query.refetch()} />
}
