import { expect, test } from 'vitest'
import { createCoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import type { ProcessMaker } from '#electron/platform/processes.ts'

/** A core that says and does what the test wants. */
function stagedCores() {
  const cores: { say(message: object): void; exit(): void; readonly heard: unknown[] }[] = []
  const maker: ProcessMaker = {
    start() {
      const messages: ((message: unknown) => void)[] = []
      const exits: ((code: number | null) => void)[] = []
      const heard: unknown[] = []
      cores.push({ say: message => { for (const each of messages) each(message) }, exit: () => { for (const each of exits) each(0) }, heard })
      return { send: message => { heard.push(message) }, onMessage: each => { messages.push(each) }, onExit: each => { exits.push(each) }, kill: () => undefined }
    },
  }
  const host = createCoreHost({ maker, files: createFileBox(), settings: { profileFolder: '/p', shell: 'cli', demo: false, demoCaseload: false } })
  return { host, cores }
}
const settled = () => new Promise(resolve => { setImmediate(resolve) })

test('a command under way when the core ends is neither called done nor failed, but unanswered; a query is locked', async () => {
  const { host, cores } = stagedCores()
  cores[0]?.say({ kind: 'ready', session: { state: 'no-store' } })
  const [command, query] = [host.request({ channel: 'notes.add', input: {}, commandId: '00000000000000000000000001' }), host.request({ channel: 'session.state', input: {} })]
  cores[0]?.exit()
  expect(await command).toMatchObject({ ok: false, error: { code: 'unanswered' } })
  expect(await query).toMatchObject({ ok: false, error: { code: 'locked' } })
})

test('a core that cannot start is tried again a few times; then everything is answered with why', async () => {
  const { host, cores } = stagedCores()
  await settled()
  for (let n = 0; n < 5; n++) {
    cores.at(-1)?.say({ kind: 'cannot-start', message: 'Disk full.' })
    await settled()
    cores.at(-1)?.exit()
    await settled()
  }
  expect(cores).toHaveLength(3)
  await expect(host.ready()).rejects.toThrow('Disk full.')
  expect(await host.request({ channel: 'session.state', input: {} })).toEqual({ ok: false, error: { code: 'store', problem: 'cannot-start', message: 'Disk full.' } })
})
