import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { HelperCrashed } from '#electron/platform/helpers.ts'
import { readChosen } from '#electron/services/interchange/read-chosen.ts'
import { tellOfBackups } from '#electron/services/workstation/after-unlock.ts'
import type { Role } from '#shared/model/role.ts'
import type { TestCore } from '#tests/support/core.ts'
import { setUpCore } from './support.ts'

vi.setConfig({ testTimeout: 180_000 })

const open: TestCore[] = []
afterEach(async () => {
  for (const core of open.splice(0)) await core.close()
})

async function facility(): Promise<TestCore> {
  const { core } = await setUpCore()
  open.push(core)
  return core
}

function told(core: TestCore, role: Role): readonly string[] {
  core.events.length = 0
  tellOfBackups(core.deps, { ...core.context(), role })
  return core.events.flatMap(({ name, data }) => (name === 'store.notice' && typeof data === 'object' && data !== null && 'message' in data ? [String(data.message)] : []))
}

const changeFolder = async (core: TestCore, backupFolder: string) => {
  const { version, name, zone, idleMinutes, blurSeconds } = await core.call('facility.get', {})
  await core.call('facility.update', { expectedVersion: version, fields: { name, zone, idleMinutes, blurSeconds, backupFolder } })
}

test('backups on the disk of the data are warned of at each sign-in of who can change it, and of nobody else', async () => {
  const core = await facility()
  await core.call('workstation.backUpNow', {})
  for (const role of ['administrator', 'lead'] as const) expect(told(core, role)).toEqual([expect.stringContaining('when it fails, both are gone')])
  expect(told(core, 'case-manager')).toEqual([])
})

test('a backup that was missed for two days is said with its age', async () => {
  const core = await facility()
  await core.call('workstation.backUpNow', {})
  core.clock.pass(47 * 3_600_000)
  expect(told(core, 'administrator').join(' ')).not.toContain('days old')
  core.clock.pass(26 * 3_600_000)
  expect(told(core, 'administrator')).toContainEqual('The newest backup is 3 days old. See Backup.')
})

test('a backup that failed stands in the history with its kind, and its folder is missed at the next sign-in', async () => {
  const core = await facility()
  const parent = mkdtempSync(path.join(os.tmpdir(), 'caseboard-unplugged-'))
  await changeFolder(core, path.join(parent))
  rmSync(parent, { recursive: true })
  // A file where the folder was: it cannot be made again.
  writeFileSync(parent, '')
  expect(await core.reply('workstation.backUpNow', {})).toMatchObject({ ok: false })
  const failed = core.audit().find(row => row['action'] === 'backup.failed')
  expect(JSON.parse(String(failed?.['detail']))).toMatchObject({ reason: 'asked', why: expect.any(String) })
  expect(String(failed?.['detail'])).not.toContain(parent)
  expect(told(core, 'administrator')).toEqual(expect.arrayContaining([expect.stringContaining('The backup folder is not there')]))
  rmSync(parent)
})

test('an import file that ended its reader stands in the history without its name', async () => {
  const core = await facility()
  const crash: typeof core.deps.helpers.start = () => Promise.reject(new HelperCrashed('silent'))
  const job = core.deps.jobs.start(core.context(), 'Reading files')
  const found = []
  for await (const message of readChosen({ ...core.deps, helpers: { ...core.deps.helpers, start: crash } }, ['one'], core.context(), job)) found.push(message)
  expect(found).toMatchObject([{ kind: 'file', file: { refused: expect.stringContaining('took too long') } }])
  expect(core.audit().map(row => [row['action'], row['detail']])).toContainEqual(['import.reader-ended', expect.stringContaining('silent')])
})
