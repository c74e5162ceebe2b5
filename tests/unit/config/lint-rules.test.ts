import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantTree, type PlantedTree } from '#tests/support/planted-tree.ts'

const planted = [
  { rule: 'no-console', path: 'electron/services/cases/console.ts', code: "console.log('x')\nexport const a = 1" },
  { rule: 'no-console', path: 'renderer/api/console.ts', code: "console.warn('x')\nexport const b = 1" },
  { rule: 'no-default-export', path: 'shared/model/default.ts', code: 'export default 1' },
  { rule: 'no-explicit-any', path: 'shared/model/any.ts', code: 'export const c = (value: any): unknown => value' },
  { rule: 'ban-ts-comment', path: 'shared/model/ignore.ts', code: "// @ts-ignore\nexport const d: number = 'x'" },
  { rule: 'no-floating-promises', path: 'electron/services/cases/floating.ts', code: 'const save = async (): Promise<number> => 1\nexport function e(): void { save() }' },
  { rule: 'no-unsafe-member-access', path: 'electron/services/cases/unsafe.ts', code: "export const f: unknown = JSON.parse('1').name" },
  {
    rule: 'switch-exhaustiveness-check',
    path: 'shared/domain/stay/switch.ts',
    code: "export function g(kind: 'a' | 'b'): number { switch (kind) { case 'a': return 1 } return 2 }",
  },
  { rule: 'no-restricted-globals', path: 'renderer/state/storage.ts', code: "localStorage.setItem('a', 'b')\nexport const h = 1" },
  { rule: 'no-danger', path: 'renderer/ui/danger.tsx', code: "export const I = () => <p dangerouslySetInnerHTML={{ __html: '<b>x</b>' }} />" },
  { rule: 'rules-of-hooks', path: 'renderer/ui/hooks.tsx', code: "import { useState } from 'react'\nexport function J({ on }: { on: boolean }) { if (on) useState(1); return null }" },
  { rule: 'no-cycle', path: 'shared/model/one.ts', code: "import { two } from './two.ts'\nexport const one = (): number => two()" },
  { rule: 'max-lines', path: 'shared/model/long.ts', code: Array.from({ length: 401 }, (_, line) => `export const line${line} = ${line}`).join('\n') },
] as const

const innocent = {
  'shared/model/two.ts': "import { one } from './one.ts'\nexport const two = (): number => one()",
  'electron/entry/programs/say.ts': "process.stdout.write('x')",
  'tests/unit/say.ts': "console.log('tests may')\nexport const k = 1",
  'tests/config/some.config.ts': 'export default {}',
}

describe('lint rules', () => {
  let tree: PlantedTree
  let lines: readonly string[]

  beforeAll(() => {
    tree = plantTree({ ...innocent, ...Object.fromEntries(planted.map(({ path, code }) => [path, `${code}\n`])) })
    lines = tree.run('oxlint/bin/oxlint', ['-c', 'tests/config/oxlint.json', '-f', 'unix', 'electron', 'renderer', 'shared', 'tests']).split('\n')
  })
  afterAll(() => tree.remove())

  test.each(planted)('$rule fires in $path', ({ rule, path }) => {
    expect(lines.filter((line) => line.includes(`${path}:`) && line.includes(`(${rule})`))).not.toEqual([])
  })

  test('what the exceptions permit is left alone', () => {
    const permitted = ['electron/entry/programs/say.ts', 'tests/unit/say.ts', 'some.config.ts']
    expect(lines.filter((line) => permitted.some((path) => line.includes(path)))).toEqual([])
  })
})
