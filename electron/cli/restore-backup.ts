import path from 'node:path'
import type { Input, Output } from '#shared/contract/index.ts'
import type { CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'
import { secretFromFile } from './secret-input.ts'

/** Puts a backup in the place of the store: the one named, else the newest of this workstation, else the newest when the folder holds only one workstation's. */
export async function restoreBackup(wanted: CliArguments, parts: CommandParts): Promise<number> {
  const { client, say } = parts
  const folder = wanted.from === null ? 'beside-store' : path.resolve(wanted.from)
  const name = wanted.words[0] ?? newestOf((await client.call('workstation.findBackups', { folder })).backups)
  const secret = await secretFor(wanted, parts)
  const { restoredFrom, setAside } = await client.call('workstation.restore', { folder, name, secret })
  const kept = setAside ? ' What stood there before was set aside, not deleted.' : ''
  say(wanted.json ? JSON.stringify({ name, restoredFrom, setAside }) : `Restored the backup of ${restoredFrom}.${kept}`)
  return 0
}

/** Never the caseload of another unit because it happens to be newer: several workstations may back up into one folder. */
export function newestOf(backups: Output<'workstation.findBackups'>['backups']): string {
  const own = backups.filter(backup => backup.own)
  const candidates = own.length > 0 ? own : backups
  const [newest] = candidates.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  if (newest === undefined) throw new Error('There is no backup in that folder.')
  if (own.length === 0 && new Set(backups.map(({ workstationId }) => workstationId)).size > 1) {
    throw new Error(`There are backups of several workstations in that folder, and none is known to be of this one. Nothing was changed. Name one of them:\n${backups.map(({ name, facilityName }) => `  ${name}  ${facilityName}`).join('\n')}`)
  }
  return newest.name
}

async function secretFor({ recoveryKey, user, passphraseFd }: CliArguments, { input }: CommandParts): Promise<Input<'workstation.restore'>['secret']> {
  const signInName = recoveryKey ? '' : (user ?? (await input.ask('Sign-in name: ')))
  const secret = passphraseFd === null ? await input.askHidden(recoveryKey ? 'Recovery key (24 words): ' : 'Passphrase: ') : secretFromFile(passphraseFd).secret
  return recoveryKey ? { kind: 'recovery', words: secret } : { kind: 'passphrase', signInName, passphrase: secret }
}
