import type { Input } from '#shared/contract/index.ts'
import type { CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'
import { secretFromFile } from './secret-input.ts'

/** Puts a backup in the place of the store: the one named, else the newest in the folder. */
export async function restoreBackup(wanted: CliArguments, parts: CommandParts): Promise<number> {
  const { client, say } = parts
  const folder = wanted.from ?? 'beside-store'
  const { backups } = await client.call('workstation.findBackups', { folder })
  const name = wanted.words[0] ?? backups.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]?.name
  if (name === undefined) throw new Error('There is no backup in that folder.')
  const secret = await secretFor(wanted, parts)
  const { restoredFrom, setAside } = await client.call('workstation.restore', { folder, name, secret })
  const kept = setAside ? ' What stood there before was set aside, not deleted.' : ''
  say(wanted.json ? JSON.stringify({ name, restoredFrom, setAside }) : `Restored the backup of ${restoredFrom}.${kept}`)
  return 0
}

async function secretFor({ recoveryKey, user, passphraseFd }: CliArguments, { input }: CommandParts): Promise<Input<'workstation.restore'>['secret']> {
  const signInName = recoveryKey ? '' : (user ?? (await input.ask('Sign-in name: ')))
  const secret = passphraseFd === null ? await input.askHidden(recoveryKey ? 'Recovery key (24 words): ' : 'Passphrase: ') : secretFromFile(passphraseFd)
  return recoveryKey ? { kind: 'recovery', words: secret } : { kind: 'passphrase', signInName, passphrase: secret }
}
