import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { inheritedStreams, isCapable, refusal } from '#electron/entry/node-gate.js'
import { inProject } from '#electron/entry/project-root.ts'

const versions = (napi: string): NodeJS.ProcessVersions => ({ ...process.versions, napi, modules: napi })

describe('the Node gate', () => {
  test('Node 20 is refused: its Node-API would crash in the database driver', () => {
    expect(isCapable(versions('9'), { typescript: false })).toBe(false)
  })

  test('a Node that cannot run TypeScript is refused even with the right Node-API', () => {
    expect(isCapable(versions('10'), { typescript: false })).toBe(false)
  })

  test('the Node of the project is let through', () => {
    expect(isCapable(process.versions, process.features)).toBe(true)
  })

  test('the refusal is one sentence that names the version and what to do', () => {
    expect(refusal('v20.20.2')).toBe('Caseboard needs Node 24 (this is v20.20.2): run "npm ci" in the project folder, then "npm start" there.')
  })

  test('every entry keeps to syntax that Node 12 reads', () => {
    const entries = readdirSync(inProject('electron/entry')).filter((name) => name.endsWith('.js') && name !== 'fuses.js')
    const newer = /\?\.|\?\?|node:|#[a-z]+\b|\bawait\b|\bstatic\s*\{|\|\|=|&&=/
    const offenders = entries.filter((name) => newer.test(readFileSync(inProject(`electron/entry/${name}`), 'utf8').replaceAll(/\/\/.*$/gm, '')))
    expect(offenders).toEqual([])
  })

  test('the file descriptor of a passphrase survives the change of Node', () => {
    expect(inheritedStreams(['node', 'cli', '--passphrase-fd', '4'])).toEqual(['inherit', 'inherit', 'inherit', 'ignore', 4])
    expect(inheritedStreams(['node', 'cli', '--passphrase-fd=3'])).toEqual(['inherit', 'inherit', 'inherit', 3])
    expect(inheritedStreams(['node', 'cli', '--passphrase-fd', '0'])).toEqual(['inherit', 'inherit', 'inherit'])
  })

  test('an entry whose project has no Node of its own says the sentence and ends with 1', () => {
    const gate = pathToFileURL(inProject('electron/entry/node-gate.js')).href
    const script = `Object.defineProperty(process.versions, 'napi', { value: '9' }); import(${JSON.stringify(gate)}).then((gate) => gate.enter('./nowhere.js'))`
    const run = (): string => execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, CASEBOARD_REENTERED: '1' } })
    expect(run).toThrow(/Caseboard needs Node 24/)
  })
})
