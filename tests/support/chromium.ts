import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A Chromium for tests, never for a nurse's data. */
export interface TestChromium {
  readonly executablePath: string
  /** To be added to the environment it is started in. */
  readonly env: Readonly<Record<string, string>>
  readonly from: 'CHROMIUM_PATH' | 'system' | 'package'
}

// The headless shell draws no browser around the page, which halves the time of a journey.
const systemPrograms = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser']

/** `CHROMIUM_PATH`, else Debian's headless shell or chromium, else the pinned devDependency @sparticuz/chromium. Throws when none can be had. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, system: readonly string[] = systemPrograms): TestChromium {
  const named = env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`)
    return { executablePath: named, env: {}, from: 'CHROMIUM_PATH' }
  }
  const installed = system.find((path) => existsSync(path))
  if (installed !== undefined) return { executablePath: installed, env: {}, from: 'system' }
  return packagedChromium()
}

/**
 * The packaged Chromium, unpacked once into node_modules/.cache with its own NSS libraries and fonts, because a bare Debian has
 * neither. Unpacking runs in a process with a TMPDIR of its own: the package reuses fixed names in the temp folder, whoever made them.
 */
export function packagedChromium(): TestChromium {
  const unpack = fileURLToPath(new URL('./unpack-chromium.ts', import.meta.url))
  const result = spawnSync(process.execPath, [unpack], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  const folder = result.stdout.trim()
  if (result.status !== 0 || folder === '') throw new Error('The packaged Chromium could not be unpacked.')
  return {
    executablePath: `${folder}/chromium`,
    env: { LD_LIBRARY_PATH: `${folder}/al2023/lib:${folder}`, FONTCONFIG_FILE: `${folder}/fonts/fonts.conf` },
    from: 'package',
  }
}
