import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantTree, type PlantedTree } from '#tests/support/planted-tree.ts'

/** Each file breaks one rule; `needs` are files it imports, innocent themselves. */
const planted = [
  { rule: 'shared-stands-alone', path: 'shared/model/a.ts', imports: '#electron/platform/ground.ts' },
  { rule: 'shared-uses-only-zod', path: 'shared/contract/b.ts', imports: 'node:fs' },
  { rule: 'shared-uses-only-zod', path: 'shared/contract/b2.ts', imports: 'ws' },
  { rule: 'dates-have-one-door', path: 'electron/services/x/c.ts', imports: 'date-fns' },
  { rule: 'kernel-is-ground', path: 'shared/kernel/d.ts', imports: '#shared/model/plain.ts' },
  { rule: 'model-stands-on-kernel', path: 'shared/model/e.ts', imports: '#shared/contract/plain.ts' },
  { rule: 'contract-knows-no-domain', path: 'shared/contract/f.ts', imports: '#shared/domain/one/plain.ts' },
  { rule: 'domain-is-pure', path: 'shared/domain/two/g.ts', imports: '#shared/domain/one/plain.ts' },
  { rule: 'renderer-uses-the-bridge', path: 'renderer/api/h.ts', imports: '#electron/platform/ground.ts' },
  { rule: 'renderer-knows-no-node', path: 'renderer/api/i.ts', imports: 'node:path' },
  { rule: 'features-stay-apart', path: 'renderer/features/one/j.ts', imports: '#renderer/features/two/inner.ts' },
  { rule: 'ui-is-blind', path: 'renderer/ui/k.ts', imports: '#shared/contract/plain.ts' },
  { rule: 'ui-state-stays-small', path: 'renderer/state/l.ts', imports: '#renderer/features/two/index.ts' },
  { rule: 'electron-draws-nothing', path: 'electron/services/x/m.ts', imports: '#renderer/features/two/inner.ts' },
  { rule: 'sql-lives-in-store', path: 'electron/services/x/n.ts', imports: 'better-sqlite3-multiple-ciphers' },
  { rule: 'store-is-below', path: 'electron/store/o.ts', imports: '#electron/services/plain.ts' },
  { rule: 'services-know-no-ipc', path: 'electron/services/x/p.ts', imports: '#electron/ipc/plain.ts' },
  { rule: 'security-is-below-services', path: 'electron/security/q.ts', imports: '#electron/services/plain.ts' },
  { rule: 'platform-is-ground', path: 'electron/platform/r.ts', imports: '#electron/services/plain.ts' },
  { rule: 'core-runs-without-electron', path: 'electron/services/x/s.ts', imports: 'electron' },
  { rule: 'migrations-are-frozen', path: 'electron/store/migrations/t.ts', imports: '#shared/model/plain.ts' },
  { rule: 'entry-is-outside', path: 'electron/services/x/u.ts', imports: '#electron/entry/plain.ts' },
  { rule: 'product-knows-no-tests', path: 'electron/services/x/v.ts', imports: '#tests/support/plain.ts' },
  { rule: 'no-cycles', path: 'shared/model/w.ts', imports: './x.ts' },
  { rule: 'everything-resolves', path: 'electron/services/x/y.ts', imports: './nowhere.ts' },
  { rule: 'product-packages-are-dependencies', path: 'electron/services/x/z.ts', imports: 'fast-check' },
] as const

const plain = 'export type Plain = number\n'
const innocent = {
  'electron/platform/ground.ts': plain,
  'electron/services/plain.ts': plain,
  'electron/ipc/plain.ts': plain,
  'electron/entry/plain.ts': plain,
  'shared/model/plain.ts': plain,
  'shared/contract/plain.ts': plain,
  'shared/domain/one/plain.ts': plain,
  'renderer/features/two/inner.ts': plain,
  'renderer/features/two/index.ts': plain,
  'tests/support/plain.ts': plain,
  'shared/model/x.ts': "import type { Plain } from './w.ts'\nexport type X = Plain\n",
  'electron/services/lonely.ts': plain,
  'electron/services/user.ts': "import type { Plain } from './plain.ts'\nimport type { Plain as Other } from '#shared/domain/one/plain.ts'\nexport type Both = Plain | Other\n",
}

describe('layer rules', () => {
  let tree: PlantedTree
  let broken: ReadonlySet<string>

  beforeAll(() => {
    // Types only: the rules must see imports that vanish at run time.
    const files = planted.map(({ path, imports }) => [path, `import type * as other from '${imports}'\nexport type Plain = typeof other\n`])
    tree = plantTree({ ...innocent, ...Object.fromEntries(files) })
    const output = tree.run(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      ['--config', 'tests/config/dependency-cruiser.cjs', '--no-cache', '--output-type', 'json', 'electron', 'renderer', 'shared', 'tests/support'],
      ['--import', './tests/config/typescript-for-layers.js'],
    )
    const { summary }: { summary: { violations: Array<{ from: string; rule: { name: string } }> } } = JSON.parse(output)
    broken = new Set(summary.violations.map(({ from, rule }) => `${rule.name} ${from}`))
  })
  afterAll(() => tree.remove())

  test.each(planted)('$rule fires in $path', ({ rule, path }) => {
    expect(broken).toContain(`${rule} ${path}`)
  })

  test('a file nobody imports is found', () => {
    expect(broken).toContain('no-orphans electron/services/lonely.ts')
  })

  test('a service that uses its neighbours and the domain breaks nothing but being unused', () => {
    expect([...broken].filter((line) => line.endsWith(' electron/services/user.ts'))).toEqual([])
  })
})
