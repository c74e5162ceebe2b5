import { existsSync, readFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Facts that travel with the program: DRG tables, recovery templates, instruments. Read once, never written. */
export interface Resources {
  readonly folder: string
  /** The text of a file inside the folder, such as `drg/ms_drg_fy2027.csv`. */
  text(path: string): string
  /** A file's JSON, still to be checked by the schema of whoever uses it. */
  json(path: string): unknown
}

export function openResources(folder: string = resourcesFolder(import.meta.url)): Resources {
  const texts = new Map<string, string>()
  const values = new Map<string, unknown>()
  const text = (path: string): string => {
    const known = texts.get(path)
    if (known !== undefined) return known
    const read = readFileSync(inside(folder, path), 'utf8')
    texts.set(path, read)
    return read
  }
  const json = (path: string): unknown => {
    if (!values.has(path)) values.set(path, JSON.parse(text(path)))
    return values.get(path)
  }
  return { folder, text, json }
}

/**
 * The `resources` folder for a module at `moduleUrl`: the nearest one above it. This finds it from the sources (`electron/platform`), from the
 * bundles (`out/main`) and from the installed app, where it lies beside the archive or inside it.
 */
export function resourcesFolder(moduleUrl: string): string {
  let folder = dirname(fileURLToPath(moduleUrl))
  for (;;) {
    const candidate = join(folder, 'resources')
    if (existsSync(join(candidate, 'drg'))) return candidate
    const above = dirname(folder)
    if (above === folder) throw new Error('The resources folder is missing: the installation is not whole.')
    folder = above
  }
}

function inside(folder: string, path: string): string {
  const file = join(folder, path)
  const way = relative(folder, file)
  if (way.startsWith('..') || isAbsolute(way)) throw new RangeError('A resource lies inside the resources folder.')
  return file
}
