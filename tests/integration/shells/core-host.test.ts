import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createCoreHost, type CoreEvent, type CoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import type { ChildProgram, ProcessMaker } from '#electron/platform/processes.ts'
import { temporaryFolder } from '#tests/support/store.ts'

let host: CoreHost | null = null
afterEach(async () => { await host?.stop() })

/** The real maker, with the processes it made at hand. */
function watched() {
  const made: ChildProgram[] = []
  const maker: ProcessMaker = {
    start(program, limits) {
      const child = nodeProcesses.start(program, limits)
      made.push(child)
      return child
    },
  }
  return { maker, made }
}

async function aHost(demo: boolean) {
  const { maker, made } = watched()
  const events: CoreEvent[] = []
  host = createCoreHost({ maker, files: createFileBox(), settings: { profileFolder: path.join(temporaryFolder('host'), 'profile'), shell: 'cli', demo, demoCaseload: false } })
  host.onEvent(event => events.push(event))
  const session = await host.ready()
  return { host, made, events, session }
}

test('an empty profile is served by a keyless core that says so', async () => {
  const { host: it, session } = await aHost(false)
  expect(session).toEqual({ state: 'no-store' })
  expect(await it.request({ channel: 'caseload.counts', input: {} })).toMatchObject({ ok: false, error: { code: 'locked' } })
})

test('locking ends the process and a fresh one without a key answers', async () => {
  const { host: it, made, events, session } = await aHost(true)
  expect(session.state).toBe('unlocked')
  const ended = new Promise(resolve => { made[0]?.onExit(resolve) })
  await it.lock('asked')
  await ended
  expect(await it.request({ channel: 'session.state', input: {} })).toMatchObject({ ok: true, data: { state: 'locked', reason: 'asked' } })
  expect(made).toHaveLength(2)
  expect(events.map(({ name }) => name)).toContain('session.locking')
})

test('a core that was killed is followed by another, and the command under way is not called done', async () => {
  const { host: it, made, events } = await aHost(false)
  const pending = it.request({ channel: 'session.setUp', input: {}, commandId: '00000000000000000000000001' })
  made[0]?.kill()
  expect(await pending).toMatchObject({ ok: false })
  await expect.poll(() => events.some(({ name }) => name === 'session.changed'), { timeout: 20_000 }).toBe(true)
  expect(await it.request({ channel: 'session.state', input: {} })).toMatchObject({ ok: true, data: { state: 'no-store' } })
})
