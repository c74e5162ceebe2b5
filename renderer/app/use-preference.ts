import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { z } from 'zod'
import { savePreference } from './preference-saver.ts'
import { call } from '#renderer/api/client.ts'

const preferenceQuery = (key: string) => queryOptions({ queryKey: ['preferences', key] as const, queryFn: () => call('session.preference', { key }), staleTime: Infinity })

/**
 * One choice of the signed-in person, kept in the store: sort, columns, density. `isLoaded` tells the fallback from a choice.
 *
 * Setting shows at once and is saved a few times a second at most, however fast it changes; a failed save is only a choice forgotten.
 */
export function usePreference<S extends z.ZodType>(key: string, schema: S, fallback: z.output<S>): readonly [z.output<S>, (value: z.output<S>) => void, boolean] {
  const client = useQueryClient()
  const query = useQuery(preferenceQuery(key))
  const set = useCallback(
    (value: z.output<S>) => {
      const json = JSON.stringify(value)
      client.setQueryData(preferenceQuery(key).queryKey, { value: json })
      savePreference(key, json)
    },
    [client, key],
  )
  return [read(query.data?.value, schema, fallback), set, !query.isPending]
}

function read<S extends z.ZodType>(json: string | undefined, schema: S, fallback: z.output<S>): z.output<S> {
  if (json === undefined || json === 'unknown') return fallback
  const parsed = schema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : fallback
}
