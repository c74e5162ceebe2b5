import type { Page } from '@playwright/test'

/** The program under test, whichever shell it runs in. */
export interface RunningApp {
  readonly shell: 'browser' | 'electron'
  /** Browser shell: good once. */
  readonly firstAddress: string
  readonly origin: string
  /** Electron: the window it opened. */
  readonly window: Page | null
  /** For a demo: the temporary folder in which it makes its own. */
  readonly profileFolder: string
  /** Everything the program has printed. */
  readonly output: readonly string[]
  readonly exited: Promise<number | null>
  /** Browser shell: as if Enter was pressed in the terminal. */
  newAddress(): Promise<string>
  /** Ends the core at once with signal 9, as a crash would. Linux. */
  killCore(): void
  /** The exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}
