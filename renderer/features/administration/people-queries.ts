import { queryOptions } from '@tanstack/react-query'
import { call } from '#renderer/api/client.ts'

/** First key part `people`: adding, editing and disabling somebody refreshes these by itself. */
export const peopleQueries = {
  list: queryOptions({ queryKey: ['people', 'list'] as const, queryFn: () => call('accounts.list', {}) }),
  recoveryKey: queryOptions({ queryKey: ['people', 'recovery-key'] as const, queryFn: () => call('accounts.recoveryKey', {}) }),
}
