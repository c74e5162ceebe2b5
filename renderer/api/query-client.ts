import { QueryClient } from '@tanstack/react-query'
import type { Topic } from '#shared/contract/events.ts'

/**
 * The page's cache of what the core answered. No network is ever involved, so nothing waits for one (`networkMode`), nothing is
 * asked twice by itself (`retry`), and focus means nothing. Staleness comes from `data.changed` alone.
 */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 60_000, gcTime: 5 * 60_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** Changes that any list may show: the caseload, Today and the search results are built from them. */
const listedTopics: readonly Topic[] = ['patients', 'cases', 'stays', 'recovery', 'tasks', 'imports', 'people', 'facility']

/** Marks every query whose key starts with one of the topics as stale and asks again for those on screen. */
export function invalidateTopics(client: QueryClient, topics: readonly Topic[]): Promise<unknown> {
  const stale = new Set<Topic>(topics)
  if (topics.some(topic => listedTopics.includes(topic))) stale.add('worklists')
  if (stale.has('tasks') || stale.has('contacts')) stale.add('notes')
  return Promise.all([...stale].map(topic => client.invalidateQueries({ queryKey: [topic] })))
}
