import { text } from 'node:stream/consumers'
import { isTooDeep } from '#electron/platform/json-depth.ts'
import type { CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'
import { importFiles } from './import-files.ts'
import { restoreBackup } from './restore-backup.ts'

/** Carries out one command; 0 or 1. */
export async function runCommand(wanted: CliArguments, parts: CommandParts): Promise<number> {
  switch (wanted.command) {
    case 'import':
      return importFiles(wanted, parts)
    case 'backup':
      return backup(wanted, parts)
    case 'restore':
      return restoreBackup(wanted, parts)
    case 'check':
    case 'verify':
      return check(wanted, parts)
    case 'call':
      return callChannel(wanted.words[0] ?? '', parts)
    case 'help':
      return 0
  }
}

async function backup({ json }: CliArguments, { client, say }: CommandParts): Promise<number> {
  const made = await client.call('workstation.backUpNow', {})
  say(json ? JSON.stringify(made) : `Backup ${made.name} made and verified (${made.bytes} bytes).`)
  return 0
}

/** `verify` is `check` reduced to what it says about the store itself. */
async function check({ command, json }: CliArguments, { client, say }: CommandParts): Promise<number> {
  const { at, steps } = await client.call('workstation.check', {})
  const shown = command === 'verify' ? steps.filter(({ about }) => about === 'store') : steps
  const failed = shown.some(step => step.status === 'failed')
  if (json) say(JSON.stringify({ at, failed, steps: shown }))
  else for (const { name, status, detail } of shown) say(`${status.toUpperCase().padEnd(8)} ${name}: ${detail}`)
  return failed ? 1 : 0
}

async function callChannel(channel: string, { client, say, piped }: CommandParts): Promise<number> {
  const input = piped ?? (await text(process.stdin))
  if (isTooDeep(input)) throw new Error('The input is nested too deeply.')
  say(JSON.stringify(await client.callRaw(channel, parsed(input))))
  return 0
}

function parsed(input: string): unknown {
  try {
    return input.trim() === '' ? {} : JSON.parse(input)
  } catch {
    throw new Error('The input is not JSON.')
  }
}
