import { queryOptions } from '@tanstack/react-query'
import { call } from '#renderer/api/client.ts'

export const searchQueries = {
  all: ['worklists', 'search'] as const,
  patients: (text: string) => queryOptions({ queryKey: [...searchQueries.all, 'patients', text], queryFn: () => call('search.patients', { text }), enabled: text.trim().length > 0, gcTime: 0 }),
  notes: (text: string) => queryOptions({ queryKey: [...searchQueries.all, 'notes', text], queryFn: () => call('search.notes', { text }), enabled: text.trim().length > 2, gcTime: 0 }),
}
