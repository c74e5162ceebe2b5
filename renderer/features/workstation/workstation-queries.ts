import { queryOptions } from '@tanstack/react-query'
import { call } from '#renderer/api/client.ts'

export const workstationQueries = {
  backups: queryOptions({ queryKey: ['backup', 'list'] as const, queryFn: () => call('workstation.backups', {}) }),
  /** Once when the screen opens, afterwards by its button only: it walks the whole store. */
  check: queryOptions({ queryKey: ['workstation', 'check'] as const, queryFn: () => call('workstation.check', {}), staleTime: Infinity }),
}
