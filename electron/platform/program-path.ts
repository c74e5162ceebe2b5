import { fileURLToPath } from 'node:url'

/** Programs that run in a process or thread of their own. */
export type ProgramName = 'core' | 'import-parser' | 'reader-worker' | 'kdf-worker'

/** Each program's source, from the `electron` folder. */
export const programSources: Readonly<Record<ProgramName, string>> = {
  core: 'core.ts',
  'import-parser': 'services/interchange/parser/import-parser.ts',
  'reader-worker': 'store/reader-worker.ts',
  'kdf-worker': 'security/kdf-worker.ts',
}

/**
 * The file to start for a sibling program: the bundle beside this one when running from `out/main`, else its source.
 * Depends on nothing but where this module lies, so it holds in the installed app, in the build and in tests.
 */
export function programPath(name: ProgramName): string {
  return programPathFrom(import.meta.url, name)
}

/** As `programPath`, for a module at `moduleUrl`. Bundles and their chunks all lie directly in `out/main`. */
export function programPathFrom(moduleUrl: string, name: ProgramName): string {
  const isSource = moduleUrl.endsWith('.ts')
  return fileURLToPath(new URL(isSource ? `../${programSources[name]}` : `./${name}.js`, moduleUrl))
}
