import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withBuildLock } from './build-lock.ts'
import { inProject } from './project-root.ts'
import { runNode, toolEnvironment } from './run-program.ts'

export type BuildKind = 'development' | 'release'

/** What the bundles are made of. Tests and documents are not. */
const sources = ['electron', 'renderer', 'shared', 'resources', 'tests/config/electron.vite.config.ts', 'package-lock.json']
const isIgnored = (name: string): boolean => name === 'node_modules' || name.startsWith('.') || name.endsWith('.md') || name === 'tsconfig.json'

/** One line per source file: path, size, time of change. Needs no git, so it holds in an unpacked archive too. */
function listSources(path: string, lines: string[] = []): string[] {
  const full = inProject(path)
  if (!existsSync(full)) return lines
  const stat = statSync(full)
  if (stat.isFile()) lines.push(`${path} ${stat.size} ${stat.mtimeMs}`)
  else for (const name of readdirSync(full).toSorted()) if (!isIgnored(name)) listSources(join(path, name), lines)
  return lines
}

/** A fingerprint of all sources as they lie on disk. */
export function sourceStamp(kind: BuildKind): string {
  const lines = sources.flatMap((path) => listSources(path))
  return createHash('sha256').update(`${kind}\n${lines.join('\n')}`).digest('hex')
}

function builtStamp(): string {
  const file = inProject('out/.stamp')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/**
 * Builds `out/` when a source changed since the last build, and answers whether `out/` is now good. All output goes to
 * standard error, so that `npm run cli -- … --json` stays clean.
 */
export async function buildWhenStale(kind: BuildKind = 'development'): Promise<boolean> {
  if (builtStamp() === sourceStamp(kind)) return true
  return withBuildLock(async () => {
    const stamp = sourceStamp(kind)
    if (builtStamp() === stamp) return true
    process.stderr.write('Building Caseboard …\n')
    rmSync(inProject('out/.stamp'), { force: true })
    const code = await build(kind)
    if (code !== 0) {
      process.stderr.write('The build failed; the lines above say where.\n')
      return false
    }
    mkdirSync(inProject('out'), { recursive: true })
    writeFileSync(inProject('out/.stamp'), stamp)
    return true
  })
}

function build(kind: BuildKind): Promise<number> {
  return runNode('node_modules/electron-vite/bin/electron-vite.js', ['build', '--config', 'tests/config/electron.vite.config.ts', '--logLevel', 'warn'], {
    cwd: inProject(''),
    // The bundler's output belongs on standard error.
    stdio: ['ignore', 2, 2],
    env: toolEnvironment({ CASEBOARD_RELEASE: kind === 'release' ? 'yes' : 'no', NODE_ENV: 'production' }),
  })
}
