import { useCallback, useRef } from 'react'
import type { Input, Output } from '#shared/contract/index.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { call, errorShape } from './client.ts'
import { errorTitle } from './error-words.ts'
import type { CommandChannel } from './use-command.ts'

/**
 * A command for a key or button that stands on many rows, where `useCommand` would drop the second row's while the first one's runs.
 * Any number run at once; the same `once` (record and version) is sent only once, so that a double click or a quick second key is
 * neither refused as a conflict nor done twice. A failure is told by a toast and may be tried again.
 */
export function useCommandOnce<C extends CommandChannel>(channel: C): (once: string, input: Input<C>, onDone?: (output: Output<C>) => void) => void {
  const toasts = useToasts()
  const asked = useRef(new Set<string>())
  return useCallback(
    (once, input, onDone) => {
      if (asked.current.has(once)) return
      asked.current.add(once)
      call(channel, input).then(onDone, (thrown: unknown) => {
        asked.current.delete(once)
        const shape = errorShape(thrown)
        toasts.failed(errorTitle(shape), shape.message)
      })
    },
    [channel, toasts],
  )
}
