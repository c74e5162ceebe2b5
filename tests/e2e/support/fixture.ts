import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, _electron, type Page } from '@playwright/test'
import { startBrowserApp } from './browser-app.ts'
import { killCore } from './kill-core.ts'
import type { RunningApp } from './running-app.ts'
import { watchPage } from './watch-page.ts'

/** `fresh`: nothing yet. `facility`: set up with an administrator and a nurse (`people.ts`). `demo`: the throwaway demo. */
export type ProfileKind = 'fresh' | 'facility' | 'demo'

interface Fixtures {
  readonly profile: ProfileKind
  /** Accept what a browser window cannot protect before the spec begins. */
  readonly acknowledged: boolean
  readonly app: RunningApp
  readonly page: Page
}

const makeFacilityProgram = fileURLToPath(new URL('./programs/make-facility.ts', import.meta.url))

export const test = base.extend<Fixtures>({
  profile: ['facility', { option: true }],
  acknowledged: [true, { option: true }],
  app: async ({ profile }, use, info) => {
    const isElectron = info.project.metadata['shell'] === 'electron'
    const runtime: unknown = info.project.metadata['runtime']
    test.skip(isElectron && typeof runtime !== 'string', 'no Electron runtime')
    const folder = mkdtempSync(path.join(tmpdir(), 'caseboard-e2e-'))
    try {
      if (profile === 'facility') execFileSync(process.execPath, [makeFacilityProgram, folder], { stdio: ['ignore', 'ignore', 'inherit'] })
      const words = profile === 'demo' ? ['--demo'] : ['--profile', folder]
      const app = isElectron ? await startElectronApp(String(runtime), words, folder) : await startBrowserApp(words, folder, profile === 'demo' ? folder : undefined)
      await use(app)
      await app.end()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  page: async ({ app, context, acknowledged, profile }, use) => {
    const page = app.window ?? (await context.newPage())
    const watch = watchPage(page, app.origin)
    if (app.shell === 'browser') await page.goto(app.firstAddress)
    if (app.shell === 'browser' && acknowledged && profile !== 'demo') await page.getByRole('button', { name: 'I have read this; go on' }).click()
    await use(page)
    test.expect(watch.faults, 'console errors, exceptions and requests to other places').toEqual([])
  },
})

export { expect } from '@playwright/test'

async function startElectronApp(executablePath: string, words: readonly string[], profileFolder: string): Promise<RunningApp> {
  const project = fileURLToPath(new URL('../../../', import.meta.url))
  const electron = await _electron.launch({ executablePath, args: [project, ...words], chromiumSandbox: true, env: { ...given(process.env), CASEBOARD_DRIVEN_BY_TESTS: 'yes' } })
  const exited = new Promise<number | null>(resolve => { electron.process().once('exit', resolve) })
  const window = await electron.firstWindow()
  return {
    shell: 'electron', firstAddress: '', origin: 'app://caseboard', profileFolder, output: [], exited, window,
    newAddress: () => Promise.reject(new Error('The Electron shell has no address.')),
    killCore: () => { killCore(electron.process().pid ?? 0) },
    async end() {
      await electron.close()
      return exited
    },
  }
}

function given(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
