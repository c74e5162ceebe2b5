import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { invalidateTopics } from '#renderer/api/query-client.ts'
import { Topic } from '#shared/contract/events.ts'

/** One answer in the cache for each topic; gives the topics that are asked for again. */
async function staleAfter(topics: readonly Topic[]): Promise<string[]> {
  const client = new QueryClient()
  for (const topic of Topic.values) client.setQueryData([topic, 'any'], 'an answer')
  client.setQueryData(['preferences', 'any'], 'an answer')
  await invalidateTopics(client, topics)
  return client.getQueryCache().getAll().filter(query => query.state.isInvalidated).map(query => String(query.queryKey[0])).toSorted()
}

test('what changed is asked for again, and with it the lists that show it', async () => {
  expect(await staleAfter(['stays'])).toEqual(['stays', 'worklists'])
  expect(await staleAfter(['tasks'])).toEqual(['notes', 'tasks', 'worklists'])
  expect(await staleAfter(['contacts'])).toEqual(['contacts', 'notes'])
})

test('what no list shows leaves the lists alone', async () => {
  expect(await staleAfter(['backup'])).toEqual(['backup'])
  expect(await staleAfter(['drafts'])).toEqual(['drafts'])
})

test('all topics at once, as after a lost connection, reach every record', async () => {
  expect(await staleAfter([...Topic.values])).toEqual([...Topic.values].toSorted())
})
