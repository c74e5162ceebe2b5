import type { CoreHost } from '#electron/platform/core-host.ts'
import type { FileBox } from '#electron/platform/file-box.ts'
import type { CoreClient } from './core-client.ts'
import type { SecretInput } from './secret-input.ts'

/** What a command works with. */
export interface CommandParts {
  readonly client: CoreClient
  readonly host: CoreHost
  readonly files: FileBox
  readonly input: SecretInput
  /** What is left of standard input when the passphrase was its first line; `null` when nothing was read of it. */
  readonly piped: string | null
  /** Standard output: the answer. */
  say(line: string): void
  /** Standard error: what is going on. */
  note(line: string): void
}
