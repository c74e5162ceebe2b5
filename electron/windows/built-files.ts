import { fileURLToPath } from 'node:url'
import { isRelease } from '#electron/platform/build-kind.ts'

/** `npm run dev` builds each saved source anew while the program runs: what is served has to follow. */
export const isWatchedBuild = !isRelease && process.env['CASEBOARD_WATCHED'] === 'yes'

/** A folder of the build: beside `out/main` when running from it, `out/` of the project when running from sources. */
export function builtFolder(name: 'renderer' | 'preload', moduleUrl: string = import.meta.url): string {
  return fileURLToPath(new URL(moduleUrl.endsWith('.ts') ? `../../out/${name}/` : `../${name}/`, moduleUrl))
}
