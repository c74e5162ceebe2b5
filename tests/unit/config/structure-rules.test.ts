import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plantTree, type PlantedTree } from '#tests/support/planted-tree.ts'

interface Planted {
  readonly rule: string
  readonly path: string
  readonly code: string
}

/** Each line breaks one rule once; the same rule may be planted in several guises. */
const planted: readonly Planted[] = [
  { rule: 'sql-built-from-text', path: 'electron/store/queries/template.ts', code: 'db.prepare(`SELECT ${column} FROM patient`)' },
  { rule: 'sql-built-from-text', path: 'electron/store/queries/plus.ts', code: "db.exec('DELETE FROM t WHERE id = ' + id)" },
  { rule: 'whole-database-copies', path: 'electron/store/copy.ts', code: 'db.serialize()' },
  { rule: 'whole-database-copies', path: 'electron/store/copy-to.ts', code: "await db.backup('x.db')" },
  { rule: 'attach-database', path: 'electron/store/attach.ts', code: "const text = 'ATTACH DATABASE ? AS other'" },
  { rule: 'attach-database', path: 'electron/store/attach-late.ts', code: "const text = 'SELECT 1; attach x as y'" },
  { rule: 'raw-ipc-main', path: 'electron/windows/handle.ts', code: "ipcMain.handle('x', () => 1)" },
  { rule: 'raw-ipc-main-call', path: 'electron/main.ts', code: "ipcMain.handle('x', () => 1)" },
  { rule: 'raw-ipc-renderer', path: 'electron/windows/send.ts', code: "ipcRenderer.send('x')" },
  { rule: 'insecure-web-preferences', path: 'electron/windows/node.ts', code: 'const options = { webPreferences: { nodeIntegration: true } }' },
  { rule: 'insecure-web-preferences', path: 'electron/windows/sandbox.ts', code: 'const options = { webPreferences: { sandbox: false } }' },
  { rule: 'insecure-web-preferences', path: 'electron/windows/computed.ts', code: 'const options = { contextIsolation: isolate }' },
  { rule: 'open-external', path: 'electron/windows/menu.ts', code: 'shell.openExternal(address)' },
  { rule: 'domain-is-pure', path: 'shared/domain/stay/date.ts', code: 'const year = new Date().getFullYear()' },
  { rule: 'domain-is-pure', path: 'shared/domain/money/float.ts', code: "const amount = parseFloat('1.10')" },
  { rule: 'domain-is-pure', path: 'shared/domain/money/number-float.ts', code: "const amount = Number.parseFloat('1.10')" },
  { rule: 'domain-is-pure', path: 'shared/domain/money/fixed.ts', code: 'const text = amount.toFixed(2)' },
  { rule: 'domain-is-pure', path: 'shared/domain/risk/chance.ts', code: 'const luck = Math.random()' },
  { rule: 'clock-is-injected', path: 'electron/services/cases/now.ts', code: 'const at = Date.now()' },
  { rule: 'clock-is-injected', path: 'electron/ipc/handlers/now.ts', code: 'const at = new Date()' },
  { rule: 'chance-is-injected', path: 'electron/services/cases/id.ts', code: 'const id = crypto.randomUUID()' },
  { rule: 'cast-to-any', path: 'electron/services/cases/cast.ts', code: 'const row = value as any' },
  { rule: 'cast-to-any', path: 'shared/model/cast.ts', code: 'const row = value as unknown as Patient' },
  { rule: 'cast-to-any-in-tsx', path: 'renderer/features/cases/cast.tsx', code: 'const row = <p>{value as any}</p>' },
  { rule: 'markup-as-text', path: 'renderer/features/cases/markup.ts', code: 'element.innerHTML = text' },
  { rule: 'markup-as-text-in-tsx', path: 'renderer/features/cases/markup.tsx', code: 'const view = <p dangerouslySetInnerHTML={{ __html: text }} />' },
  { rule: 'page-storage', path: 'renderer/state/keep.ts', code: "window.localStorage.setItem('a', 'b')" },
  { rule: 'page-storage-in-tsx', path: 'renderer/features/cases/keep.tsx', code: "sessionStorage.setItem('a', 'b')" },
  { rule: 'page-knows-no-clock', path: 'renderer/features/cases/clock.tsx', code: 'const view = <p>{Date.now()}</p>' },
  { rule: 'raw-network', path: 'renderer/features/cases/call.ts', code: "fetch('/x')" },
]

/** What the rules must leave alone. */
const innocent: Readonly<Record<string, string>> = {
  'electron/store/queries/fine.ts': "db.prepare('SELECT 1'); db.run(sql`SELECT ${id}`); const word = 'reattach the file'",
  'electron/ipc/register.ts': "ipcMain.handle('x', () => 1)",
  'electron/preload.ts': "ipcRenderer.invoke('x')",
  'electron/windows/open-external.ts': 'shell.openExternal(address)',
  'electron/windows/preferences.ts': 'export const preferences = { sandbox: true, nodeIntegration: false, contextIsolation: true }',
  'electron/platform/clock.ts': 'export const now = () => new Date().toISOString(); export const id = () => crypto.randomUUID()',
  'renderer/api/browser-bridge.ts': 'const socket = new WebSocket(address)',
  'shared/domain/stay/fine.ts': "export const days = (a: Stay) => a.days ?? 'unknown'",
}

describe('structure rules', () => {
  let tree: PlantedTree
  let found: ReadonlySet<string>

  beforeAll(() => {
    tree = plantTree({ ...innocent, ...Object.fromEntries(planted.map(({ path, code }) => [path, `${code}\n`])) })
    const output = tree.run('@ast-grep/cli/ast-grep', ['scan', '-c', 'tests/config/sgconfig.yml', '--json=stream', 'electron', 'renderer', 'shared', 'tests'])
    found = new Set(output.split('\n').filter(Boolean).map(ruleAndFile))
  })
  afterAll(() => tree.remove())

  test.each(planted)('$rule fires in $path', ({ rule, path }) => {
    expect(found).toContain(`${rule} ${path}`)
  })

  test('code that keeps the rules is left alone', () => {
    const innocentPaths = Object.keys(innocent)
    expect([...found].filter((line) => innocentPaths.some((path) => line.endsWith(` ${path}`)))).toEqual([])
  })
})

function ruleAndFile(line: string): string {
  const match: { ruleId: string; file: string } = JSON.parse(line)
  return `${match.ruleId} ${match.file}`
}
