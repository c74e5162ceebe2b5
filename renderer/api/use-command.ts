import { useCallback, useRef, useState } from 'react'
import type { AppErrorShape } from '#shared/contract/errors.ts'
import type { Channel, Contract, Input, Output } from '#shared/contract/index.ts'
import type { CommandId } from '#shared/model/ids.ts'
import { useStepUp } from '#renderer/state/step-up-store.ts'
import { useToasts } from '#renderer/ui/toasts.tsx'
import { call, CallError, errorShape, NoAnswerError } from './client.ts'
import { newCommandId } from './command-id.ts'
import { errorTitle } from './error-words.ts'

/** The channels that change something. */
export type CommandChannel = { [C in Channel]: Contract[C]['kind'] extends 'command' ? C : never }[Channel]

interface CommandOptions<C extends CommandChannel> {
  readonly onDone?: (output: Output<C>, input: Input<C>) => void
  /** `inline`: the screen shows `error` itself (forms). Default: a toast says what happened. */
  readonly errors?: 'toast' | 'inline'
}

interface CommandRun<C extends CommandChannel> {
  /** `null` when it failed: the error is shown, nothing is thrown. A second call while one runs is ignored. */
  readonly run: (input: Input<C>) => Promise<Output<C> | null>
  readonly isRunning: boolean
  readonly error: AppErrorShape | null
  readonly clearError: () => void
  /** The running or last command: progress events carry it (`useJobProgress`). */
  readonly commandId: CommandId | null
}

/**
 * A command of the core for a button or form. Lists that show the changed records refresh by the core's `data.changed`.
 *
 * When no answer came, trying again with the same input sends the same command id: what was carried out once is not carried out twice.
 */
export function useCommand<C extends CommandChannel>(channel: C, options: CommandOptions<C> = {}): CommandRun<C> {
  const toasts = useToasts()
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<AppErrorShape | null>(null)
  const [commandId, setCommandId] = useState<CommandId | null>(null)
  const running = useRef(false)
  const unanswered = useRef<{ readonly id: CommandId; readonly input: string } | null>(null)
  const latest = useRef(options)
  latest.current = options

  const run = useCallback(
    async (input: Input<C>): Promise<Output<C> | null> => {
      if (running.current) return null
      const written = JSON.stringify(input)
      const id = unanswered.current?.input === written ? unanswered.current.id : newCommandId()
      running.current = true
      setRunning(true)
      setError(null)
      setCommandId(id)
      try {
        const output = await callProved(channel, input, id)
        unanswered.current = null
        latest.current.onDone?.(output, input)
        return output
      } catch (thrown) {
        unanswered.current = thrown instanceof NoAnswerError ? { id, input: written } : null
        const shape = errorShape(thrown)
        setError(shape)
        if (latest.current.errors !== 'inline' && shape.code !== 'cancelled') toasts.failed(errorTitle(shape), shape.message)
        return null
      } finally {
        running.current = false
        setRunning(false)
      }
    },
    [channel, toasts],
  )
  const clearError = useCallback(() => setError(null), [])
  return { run, isRunning, error, clearError, commandId }
}

/** As `call`; where the core wants the passphrase again, asks for it and sends the same command once more. */
async function callProved<C extends CommandChannel>(channel: C, input: Input<C>, id: CommandId): Promise<Output<C>> {
  try {
    return await call(channel, input, id)
  } catch (thrown) {
    if (!(thrown instanceof CallError) || thrown.shape.code !== 'step-up') throw thrown
    if (!(await useStepUp.getState().ask())) throw new CallError({ code: 'cancelled', message: 'Nothing was done: the passphrase was not given.' })
    return call(channel, input, id)
  }
}
