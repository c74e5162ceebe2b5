import { useEffect, useState } from 'react'
import type { EventData } from '#shared/contract/events.ts'
import type { CommandId } from '#shared/model/ids.ts'
import { call, listen } from './client.ts'

/** Progress of a running command (`useCommand().commandId`) and the way to stop it at its next safe point. */
export function useJobProgress(commandId: CommandId | null): { readonly progress: EventData<'job.progress'> | null; readonly cancel: () => void } {
  const [progress, setProgress] = useState<EventData<'job.progress'> | null>(null)
  useEffect(() => {
    setProgress(null)
    if (commandId === null) return
    return listen('job.progress', data => {
      if (data.commandId === commandId) setProgress(data)
    })
  }, [commandId])
  const cancel = (): void => {
    // An answer that never comes is shown by the command itself.
    if (commandId !== null) call('jobs.cancel', { commandId }).catch(() => undefined)
  }
  return { progress, cancel }
}
