import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { CountsReporter } from './vitest-counts.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Calendar arithmetic must not depend on where the workstation stands, so kernel and domain run once per zone. */
const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland']
const calendarTests = ['tests/unit/kernel/**/*.test.ts', 'tests/unit/domain/**/*.test.ts']

/** Whole programs and whole samples, proved from outside: `npm test` runs it, `npm run check` does not. */
const wholeTests = ['tests/integration/**/*.whole.test.ts']

const common = {
  environment: 'node',
  pool: 'forks',
  testTimeout: 30_000,
  hookTimeout: 30_000,
} as const

/**
 * Modules are loaded once a worker, not once a file: loading the core takes longer than most tests of it. So a test leaves no module changed
 * behind it; fault proofs, which patch and kill, are kept apart.
 */
const shared = { ...common, isolate: false } as const

export default defineConfig({
  root,
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    maxWorkers: 2,
    reporters: ['default', new CountsReporter()],
    projects: [
      {
        root,
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/integration/**/*.test.ts'],
          exclude: [...calendarTests, ...wholeTests],
        },
      },
      ...zones.map((zone) => ({ root, test: { ...shared, name: zone, include: calendarTests, env: { TZ: zone } } })),
      { root, test: { ...shared, name: 'whole', include: wholeTests, testTimeout: 300_000 } },
      { root, test: { ...common, name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 600_000, fileParallelism: false } },
    ],
  },
})
