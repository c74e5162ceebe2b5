import { AppError } from '#shared/contract/errors.ts'
import { contract, type Channel, type Input, type Output } from '#shared/contract/index.ts'
import type { CoreHost } from '#electron/platform/core-host.ts'
import type { Ids } from '#electron/platform/ids.ts'

/** The core as the commands ask it: typed, errors thrown. */
export interface CoreClient {
  call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>>
  /** Any channel, any input: what `call` is for. */
  callRaw(channel: string, input: unknown): Promise<unknown>
}

export function coreClient(host: CoreHost, ids: Ids): CoreClient {
  const callRaw = async (channel: string, input: unknown): Promise<unknown> => {
    const reply = await host.request({ channel, input, commandId: ids.next('command') })
    if (!reply.ok) throw new AppError(reply.error)
    return reply.data
  }
  return {
    callRaw,
    async call(channel, input) {
      const data = await callRaw(channel, input)
      if (!isOutput(channel, data)) throw new Error('The answer is not what the contract says.')
      return data
    },
  }
}

function isOutput<C extends Channel>(channel: C, data: unknown): data is Output<C> {
  return contract[channel].output.safeParse(data).success
}
