import { readFileSync } from 'node:fs'
import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { expect, test } from 'vitest'
import { fuses, packedProgram } from '#electron/entry/fuses.js'
import { inProject } from '#electron/entry/project-root.ts'

test('the nine fuses are as security.md 2.1 sets them, and a tenth would fail the build (E19)', () => {
  expect(fuses).toEqual({
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  })
})

test('the program whose fuses are flipped is found on each system', () => {
  const find = (platform: string) => packedProgram('out', platform, { productFilename: 'Caseboard' }, 'caseboard').replaceAll('\\', '/')
  expect(['linux', 'win32', 'darwin'].map(find)).toEqual(['out/caseboard', 'out/Caseboard.exe', 'out/Caseboard.app'])
})

test('an installer flips the fuses, leaves only native files outside the archive and installs where users cannot write', () => {
  const lines = new Set(readFileSync(inProject('electron-builder.yml'), 'utf8').split('\n').map(line => line.trim()))
  for (const line of ['afterPack: electron/entry/fuses.js', "asarUnpack: ['**/*.node']", 'smartUnpack: false', 'perMachine: true', 'publish: null', 'hardenedRuntime: true', "- '!**/*.map'"]) expect([...lines], line).toContain(line)
})

/** Electron supports its newest three majors (electronjs.org, seen on 2026-11-22). Look again at each release, and write the day. */
const supportedMajors = [43, 44, 45]

test('the Electron that is packed is one of the supported majors (E16)', () => {
  const asked = /"electron": "(\d+)\.\d+\.\d+"/.exec(readFileSync(inProject('package.json'), 'utf8'))?.[1]
  expect(supportedMajors).toContain(Number(asked))
})
