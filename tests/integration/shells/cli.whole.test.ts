import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { systemKdf } from '#electron/security/kdf.ts'
import { testCore } from '#tests/support/core.ts'
import { temporaryFolder } from '#tests/support/store.ts'

const program = fileURLToPath(new URL('../../../electron/cli.ts', import.meta.url))

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Compiling the sources anew for each command takes longer than most commands. The core it starts gets nothing of this. */
const env = { ...process.env, NODE_COMPILE_CACHE: fileURLToPath(new URL('../../../node_modules/.cache/compile', import.meta.url)) }

/** The command line as another program runs it: no terminal, streams only. `secret` stands on file descriptor 3. */
function cli(words: readonly string[], { input = '', secret = '' } = {}): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...words], { env, stdio: ['pipe', 'pipe', 'pipe', 'pipe'] })
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
  child.stdin?.end(input)
  const third = child.stdio[3]
  if (third !== undefined && third !== null && 'end' in third) third.on('error', () => undefined).end(`${secret}\n`)
  return new Promise(resolve => { child.once('close', code => { resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }) }) })
}

const bundle = {
  resourceType: 'Bundle', type: 'collection',
  entry: [{ resource: { resourceType: 'Patient', id: 'p1', name: [{ family: 'Synthetic', given: ['Sam'] }], birthDate: '1950-01-02', gender: 'male', identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:x', value: 'MRN-1' }] } }],
}

test('a wrong command line is answered with a sentence, the usage and 2; nothing is made', async () => {
  const { code, err, out } = await cli(['destroy'])
  expect(code).toBe(2)
  expect(err).toContain('There is no command "destroy".')
  expect(out).toBe('')
})

test('a scratch profile imports a bundle unattended; standard output is one JSON object', async () => {
  const folder = temporaryFolder('cli')
  const profile = path.join(folder, 'profile')
  mkdirSync(path.join(folder, 'in'))
  writeFileSync(path.join(folder, 'in', 'one.json'), JSON.stringify(bundle))
  const first = await cli(['import', path.join(folder, 'in'), '--json', '--demo-key', '--profile', profile])
  expect(first.code, first.err).toBe(0)
  expect(first.out.trim().split('\n')).toHaveLength(1)
  expect(JSON.parse(first.out)).toMatchObject({ files: 1, patients: 1, crashed: 0, unaccounted: 0 })
  expect(Object.keys(JSON.parse(first.out)).toSorted()).toEqual(['crashed', 'files', 'imported', 'notUsed', 'patients', 'resources', 'seconds', 'unaccounted'])

  const called = await cli(['call', 'caseload.counts', '-', '--demo-key', '--profile', profile], { input: '{}' })
  expect(called.code, called.err).toBe(0)
  const refused = await cli(['call', 'patients.get', '-', '--demo-key', '--profile', profile], { input: '{"patientId":"x"}' })
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('patientId')
}, 120_000)

test('a real profile is refused as a scratch profile, a wrong passphrase with 3, and nothing is asked without a terminal', async () => {
  const person = (signInName: string, fullName: string) => ({ fullName, initials: 'XY', signInName, passphrase: 'quiet lantern under seven maples' })
  // The product's floor: what it accepts at the lowest price, and no calibration.
  const core = await testCore({ blank: true, kdf: { ...systemKdf, calibrate: () => Promise.resolve(systemKdf.floor) } })
  const folder = core.folder
  await core.call('session.setUp', { facility: { name: 'CLI Test', zone: 'America/Chicago' }, units: [{ name: 'ICU', kind: 'inpatient' }], backupFolder: 'beside-store', administrator: person('abel', 'Abel Strand'), caseManager: person('nora', 'Nora Quill') })
  await core.close()

  const scratch = await cli(['check', '--demo-key', '--profile', folder])
  expect(scratch.code).toBe(1)
  const wrong = await cli(['check', '--profile', folder, '--user', 'nora', '--passphrase-fd', '3'], { secret: 'not the passphrase at all' })
  expect(wrong).toMatchObject({ code: 3, out: '' })
  expect((await cli(['check', '--profile', folder])).code).toBe(3)
  const right = await cli(['call', 'session.state', '-', '--profile', folder, '--user', 'nora', '--passphrase-fd', '3'], { input: '{}', secret: 'quiet lantern under seven maples' })
  expect(right.code, right.err).toBe(0)
  expect(JSON.parse(right.out)).toMatchObject({ state: 'unlocked', person: { role: 'case-manager' } })

  for (const name of readdirSync(folder).filter(each => each.endsWith('.anchor'))) rmSync(path.join(folder, name))
  const piped = await cli(['call', 'session.preference', '-', '--profile', folder, '--user', 'nora', '--passphrase-fd', '0'], { input: 'quiet lantern under seven maples\n{"key":"appearance"}' })
  expect(piped).toMatchObject({ code: 1, out: '{"value":"unknown"}\n', err: expect.stringContaining('The seal of the history is missing') })
  const verified = await cli(['verify', '--profile', folder, '--user', 'nora', '--passphrase-fd', '3'], { secret: 'quiet lantern under seven maples' })
  expect(verified.code, verified.out).toBe(1)
  expect(verified.out).toContain('FAILED   History')
}, 180_000)
