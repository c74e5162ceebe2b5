import { fileURLToPath } from 'node:url'
import { systemClock } from '#electron/platform/clock.ts'
import { createCoreHost, type CoreHost } from '#electron/platform/core-host.ts'
import { createFileBox, type FileBox } from '#electron/platform/file-box.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { nodeProcessesFrom } from '#electron/platform/node-processes.ts'
import { passphrase, signInName } from './data-set.ts'
import { childrenOf } from './process-figures.ts'

/** A real core process with this program as its shell. */
export interface BenchCore {
  readonly host: CoreHost
  readonly files: FileBox
  /** Throws the refusal's sentence. */
  ask(channel: string, input: unknown): Promise<unknown>
  signIn(): Promise<void>
  /** The core that is running now. */
  pid(): number | null
}

/** Bundles start without stripping types from hundreds of sources: what is measured is what is shipped. */
const builtProcesses = nodeProcessesFrom(program => fileURLToPath(new URL(`../../out/main/${program}.js`, import.meta.url)))

const ids = systemIds(systemClock())

export async function startBenchCore(profileFolder: string): Promise<BenchCore> {
  const before = new Set(childrenOf(process.pid))
  const files = createFileBox()
  const host = createCoreHost({ maker: builtProcesses, files, settings: { profileFolder, shell: 'cli', demo: false, demoCaseload: false } })
  const ask = async (channel: string, input: unknown): Promise<unknown> => {
    const reply = await host.request({ channel, input, commandId: ids.next('command') })
    if (!reply.ok) throw new Error(`${channel}: ${reply.error.message}`)
    return reply.data
  }
  await host.ready()
  return {
    host,
    files,
    ask,
    async signIn() { await ask('session.signIn', { signInName, passphrase }) },
    pid: () => childrenOf(process.pid).findLast(pid => !before.has(pid)) ?? null,
  }
}
