import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildWhenStale } from '#electron/entry/build-when-stale.ts'
import { inProject } from '#electron/entry/project-root.ts'

beforeAll(async () => {
  if (!(await buildWhenStale())) throw new Error('The program could not be built.')
}, 300_000)

/** What electron-builder.yml leaves out of an installer. */
const leftOut = readFileSync(inProject('electron-builder.yml'), 'utf8').split('\n').flatMap(line => /^ {2}- '!(node_modules\/.+)'$/.exec(line)?.[1] ?? [])

function isPacked(packageName: string): boolean {
  return !leftOut.some(pattern => path.matchesGlob(`node_modules/${packageName}/package.json`, pattern))
}

/** Packages a built file asks for by name. The bundler writes each import on a line of its own. */
function bareImports(code: string): string[] {
  const asked = [/^(?:import|export)\b[^"'\n]*["']([^"'\n]+)["'];?$/gm, /\bimport\(["']([^"'\n]+)["']\)/g, /\b(?:__)?require\d*\(["']([^"'\n]+)["']\)/g]
  return asked.flatMap(pattern => [...code.matchAll(pattern)].map(found => found[1] ?? '')).filter(name => /^[@a-z]/i.test(name) && !name.startsWith('node:') && !builtinModules.includes(name))
}

const packageOf = (name: string): string => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')

test('everything the built program imports is in an installer: without it the core would not start on a PC without this folder', () => {
  const files = readdirSync(inProject('out/main')).filter(name => name.endsWith('.js'))
  expect(files).toEqual(expect.arrayContaining(['main.js', 'core.js', 'import-parser.js', 'kdf-worker.js', 'reader-worker.js']))
  const asked = new Set(files.flatMap(name => bareImports(readFileSync(inProject(`out/main/${name}`), 'utf8'))).map(packageOf))
  expect([...asked].toSorted()).toEqual(['better-sqlite3-multiple-ciphers', 'electron'])
  expect([...asked].filter(name => name !== 'electron' && !isPacked(name))).toEqual([])
})

test('the check itself sees what it looks for', () => {
  expect(bareImports('import a from "write-excel-file/node";\nimport "./b.js";\nconst c = await import("@x/y/z");\nrequire("fs");')).toEqual(['write-excel-file/node', '@x/y/z'])
  expect(isPacked('better-sqlite3-multiple-ciphers')).toBe(true)
  expect(isPacked('write-excel-file')).toBe(false)
  expect(isPacked('@scope/name')).toBe(false)
})
