import { fileURLToPath } from 'node:url'

/** The project folder, with a trailing separator; entries work from any current folder. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url))

/** A path inside the project, given from its root with `/`. */
export function inProject(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
