import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A small project in a temp folder under our own tool configuration, for proving that a rule fires. */
export interface PlantedTree {
  readonly folder: string
  /** Runs a script of node_modules in the tree and answers its standard output, whatever its exit code. Name folders: a tool left to itself walks node_modules. */
  run(script: string, args: readonly string[], nodeArgs?: readonly string[]): string
  remove(): void
}

/** Plants `files` (path → content) beside a copy of tests/config, the tsconfig files and package.json. */
export function plantTree(files: Readonly<Record<string, string>>): PlantedTree {
  const folder = mkdtempSync(join(tmpdir(), 'caseboard-planted-'))
  for (const path of ['tests/config', 'tsconfig.json', 'package.json', ...['shared', 'electron', 'renderer', 'tests'].map((name) => `${name}/tsconfig.json`)]) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return {
    folder,
    run: (script, args, nodeArgs = []) =>
      spawnSync(process.execPath, [...nodeArgs, join(root, 'node_modules', script), ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 60_000, killSignal: 'SIGKILL' }).stdout,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
