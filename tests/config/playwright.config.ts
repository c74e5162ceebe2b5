import { defineConfig } from '@playwright/test'
import { electronOnDisk } from '../../electron/entry/electron-runtime.ts'
import { findChromium } from '../support/chromium.ts'

const chromium = findChromium()
const inheritedEnv = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

/**
 * The same journeys for both shells. Where no Electron runtime lies on disk the Electron project skips each spec with
 * "no Electron runtime"; it never fetches one. Specs read `testInfo.project.metadata.shell`.
 */
export default defineConfig({
  testDir: '../e2e',
  outputDir: '../../test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  // Each spec has a profile, a program and a port of its own; most of the time it waits.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  // A busy build server may lose a race of focus once; what fails twice is broken. A retried spec is listed as flaky.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./playwright-counts.ts']],
  use: {
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    reducedMotion: 'reduce',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: chromium.executablePath, env: { ...inheritedEnv, ...chromium.env } },
  },
  projects: [
    { name: 'browser shell', metadata: { shell: 'browser' } },
    // Building blocks and the stand-in for Electron need no shell, and a second machine is a second browser: these run in the other project only.
    { name: 'Electron shell', testIgnore: /(?:ui-gallery|stand-in-preload|restore)\.spec\.ts$/, grepInvert: /@browser-shell/, metadata: { shell: 'electron', runtime: electronOnDisk() } },
  ],
})
