import { hashKey, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

export interface RowPage<Row> {
  readonly rows: readonly Row[]
  /** Rows of the whole list, not of the page. */
  readonly total: number
}

/** The query of one page. `Page` may say more than rows and total (the moment of a census). */
export interface PageQuery<Row, Page extends RowPage<Row> = RowPage<Row>> {
  readonly queryKey: readonly unknown[]
  readonly queryFn: () => Promise<Page>
  readonly staleTime?: number
}

export interface RowWindows<Row, Page extends RowPage<Row> = RowPage<Row>> {
  readonly total: number
  readonly rowAt: (index: number) => Row | undefined
  readonly onRangeChange: (first: number, last: number) => void
  /** The first window's query: for loading and failure of the list as a whole. */
  readonly query: UseQueryResult<Page>
  /** Nothing to show yet, not even the rows of the filter before. */
  readonly isPending: boolean
  /** The rows shown belong to the filter before; the new ones are on their way. Pass to DataTable's `busy`. */
  readonly isStale: boolean
}

interface Held<Row> {
  readonly key: string
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly Row[]>
}

/**
 * The rows of a long list, fetched in windows as a DataTable comes near them. `queryFor` gives the query of one page; its
 * key holds the filter and the sort. While those change, the old rows stay until the first new page is there.
 */
export function useRowWindows<Row, Page extends RowPage<Row> = RowPage<Row>>({ queryFor, windowSize = 200 }: { queryFor: (offset: number, limit: number) => PageQuery<Row, Page>; windowSize?: number | undefined }): RowWindows<Row, Page> {
  const [near, setNear] = useState<readonly [number, number]>([0, 0])
  const first = queryFor(0, windowSize)
  const key = hashKey(first.queryKey)
  const windows = windowsOf(near)
  const query = useQuery<Page>(first)
  const rest = useQueries({ queries: windows.slice(1).map((at) => queryFor(at * windowSize, windowSize)) })
  const results = [query, ...rest]
  const shown = useHeld(key, heldFrom(key, windows, results))

  const onRangeChange = useCallback(
    (from: number, to: number) => setNear((old) => {
      const next: readonly [number, number] = [Math.floor(from / windowSize), Math.floor(to / windowSize)]
      return old[0] === next[0] && old[1] === next[1] ? old : next
    }),
    [windowSize],
  )
  return {
    total: shown?.total ?? 0,
    rowAt: (index) => shown?.pages.get(Math.floor(index / windowSize))?.[index % windowSize],
    onRangeChange,
    query,
    isPending: shown === null,
    isStale: shown !== null && shown.key !== key,
  }
}

/** Window 0 always, because it knows the total; then those in view. */
function windowsOf([from, to]: readonly [number, number]): number[] {
  const inView = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return from === 0 ? inView : [0, ...inView]
}

function heldFrom<Row>(key: string, windows: readonly number[], results: readonly UseQueryResult<RowPage<Row>>[]): Held<Row> | null {
  const total = results[0]?.data?.total
  if (total === undefined) return null
  const pages = new Map<number, readonly Row[]>()
  windows.forEach((at, index) => {
    const rows = results[index]?.data?.rows
    if (rows !== undefined) pages.set(at, rows)
  })
  return { key, total, pages }
}

/** What is there now, or what was there last while a new filter has nothing yet. */
function useHeld<Row>(key: string, now: Held<Row> | null): Held<Row> | null {
  const [last, setLast] = useState<Held<Row> | null>(null)
  const changed = now !== null && (last === null || last.key !== key || last.total !== now.total || !samePages(last.pages, now.pages))
  if (changed) setLast(now)
  return now ?? last
}

function samePages<Row>(a: Held<Row>['pages'], b: Held<Row>['pages']): boolean {
  if (a.size !== b.size) return false
  for (const [at, rows] of a) if (b.get(at) !== rows) return false
  return true
}
