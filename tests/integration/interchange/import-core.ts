import type { Output } from '#shared/contract/index.ts'
import { writeKeyring } from '#electron/security/keyring-file.ts'
import type { RowChoice } from '#shared/model/import.ts'
import { type TestCore, type TestCoreOptions, testCore } from '#tests/support/core.ts'

export interface ImportCore extends TestCore {
  /** Offers texts as files, by name. */
  preview(files: Readonly<Record<string, string>>): Promise<Output<'imports.preview'>>
  run(preview: Output<'imports.preview'>, choices?: readonly RowChoice[], openCases?: boolean): Promise<Output<'imports.run'>>
  import(files: Readonly<Record<string, string>>): Promise<Output<'imports.run'>>
}

/** A test core whose backups work: the test's keyring stands in memory only, and a backup takes a key file along. */
export async function importCore(options: TestCoreOptions = {}): Promise<ImportCore> {
  const core = await testCore(options)
  const keyring = core.core.deps.session.keyring()
  if (keyring !== null) writeKeyring(keyring.folder, keyring.body, keyring.dataKey, { forget: true })
  const preview: ImportCore['preview'] = files => core.call('imports.preview', { handles: Object.entries(files).map(([name, text]) => core.offerText(name, text)), as: 'auto' })
  const run: ImportCore['run'] = ({ previewId }, choices = [], openCases = false) => core.call('imports.run', { previewId, choices: [...choices], openCases })
  return Object.assign(core, { preview, run, import: async (files: Readonly<Record<string, string>>) => run(await preview(files)) })
}
