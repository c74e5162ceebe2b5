import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dataNotices, instrumentNotices, namedSources, noticesText, shippedPackages } from '#electron/entry/notices-text.ts'
import { inProject } from '#electron/entry/project-root.ts'

const lock = {
  packages: {
    '': { name: 'caseboard' },
    'node_modules/zod': { version: '4.0.0', license: 'MIT' },
    'node_modules/a': { version: '1.0.0', license: 'ISC' },
    'node_modules/a/node_modules/@b/c': { version: '2.0.0' },
    'node_modules/tool': { version: '1.0.0', license: 'MIT', dev: true },
  },
}

describe('third party notices', () => {
  test('what ships is listed by name, tools are not', () => {
    expect(shippedPackages(lock).map(({ name, license }) => `${name} ${license}`)).toEqual(['@b/c unknown', 'a ISC', 'zod MIT'])
  })

  test('a licence text shared by several packages stands once', () => {
    const text = noticesText(shippedPackages(lock), () => 'Permission is granted.')
    expect(text.split('Permission is granted.')).toHaveLength(2)
    expect(text).toContain('@b/c, a, zod')
  })

  test('the file in the tree names every package of the lock file', () => {
    const notices = readFileSync(inProject('THIRD_PARTY_NOTICES'), 'utf8')
    const packages = shippedPackages(JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')))
    expect(packages.filter(({ name, version }) => !notices.includes(`  ${name} ${version} (`))).toEqual([])
  })

  test('sources whose licence asks to be named, and every instrument, stand in the file of the tree', () => {
    const notices = readFileSync(inProject('THIRD_PARTY_NOTICES'), 'utf8')
    const data = (path: string): unknown => JSON.parse(readFileSync(inProject(path), 'utf8'))
    const sources = namedSources(data('resources/recovery/recovery_milestones.draft.json'))
    expect(sources.length).toBeGreaterThan(5)
    expect(notices).toContain(dataNotices(sources, instrumentNotices(data('resources/instruments/instruments.json'))))
    expect(notices).toContain('Open Government Licence v3.0')
  })
})
