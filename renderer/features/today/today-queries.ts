import { queryOptions } from '@tanstack/react-query'
import type { Input } from '#shared/contract/index.ts'
import { call } from '#renderer/api/client.ts'

export type TodayScope = Input<'today.get'>['scope']

/** The day, under the topic `worklists`: whatever changes a list changes the day. */
export const todayQueries = {
  all: ['worklists', 'today'] as const,
  day: (scope: TodayScope) => queryOptions({ queryKey: [...todayQueries.all, scope], queryFn: () => call('today.get', { scope }) }),
}
