import { fileURLToPath } from 'node:url'

/** A folder of the build: beside `out/main` when running from it, `out/` of the project when running from sources. */
export function builtFolder(name: 'renderer' | 'preload', moduleUrl: string = import.meta.url): string {
  return fileURLToPath(new URL(moduleUrl.endsWith('.ts') ? `../../out/${name}/` : `../${name}/`, moduleUrl))
}
