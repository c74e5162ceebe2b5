export const commands = ['import', 'verify', 'backup', 'restore', 'check', 'call', 'help'] as const
export type CliCommand = (typeof commands)[number]

export interface CliArguments {
  readonly command: CliCommand
  /** What follows the command: files, a channel, a backup. */
  readonly words: readonly string[]
  readonly json: boolean
  readonly profile: string | null
  /** Makes, or opens, a scratch profile marked demo; refuses every other. */
  readonly demoKey: boolean
  /** The sign-in name; asked for when it is missing and a person sits there. */
  readonly user: string | null
  /** An open file descriptor to read the passphrase from. */
  readonly passphraseFd: number | null
  /** `restore`: the folder of the backups. */
  readonly from: string | null
  /** `restore`: the recovery key instead of a passphrase. */
  readonly recoveryKey: boolean
}

export type ReadCli = { readonly ok: true; readonly value: CliArguments } | { readonly ok: false; readonly sentence: string }

type Found = { -readonly [Key in keyof CliArguments]: CliArguments[Key] }

/** Reads the command line. A passphrase is never a word of it: other users of the machine can read those. */
export function readCliArguments(given: readonly string[]): ReadCli {
  const found: Found = { command: 'help', words: [], json: false, profile: null, demoKey: false, user: null, passphraseFd: null, from: null, recoveryKey: false }
  const words: string[] = []
  const rest = given.flatMap(word => (/^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word]))
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') return { ok: true, value: found }
    if (word === '--json') found.json = true
    else if (word === '--demo-key') found.demoKey = true
    else if (word === '--recovery-key') found.recoveryKey = true
    else if (word === '--profile' || word === '--user' || word === '--from' || word === '--passphrase-fd') {
      const value = rest.shift()
      if (value === undefined || value === '') return wrong(`${word} needs a value.`)
      if (word === '--profile') found.profile = value
      else if (word === '--user') found.user = value
      else if (word === '--from') found.from = value
      else if (/^\d{1,2}$/.test(value)) found.passphraseFd = Number(value)
      else return wrong('--passphrase-fd needs the number of an open file.')
    } else if (word.startsWith('--')) return wrong(`There is no switch "${word}".`)
    else words.push(word)
  }
  const [command = 'help', ...operands] = words
  if (!isCommand(command)) return wrong(`There is no command "${command}".`)
  return complete({ ...found, command, words: operands })
}

function complete(value: CliArguments): ReadCli {
  const { command, words } = value
  if (command === 'import' && words.length === 0) return wrong('Name at least one file or folder to import.')
  if (command === 'call' && (words.length !== 2 || words[1] !== '-')) return wrong('call needs a channel and "-": the input comes from standard input, because command lines can be read by others.')
  if (command === 'restore' && words.length > 1) return wrong('restore takes one backup.')
  if (['verify', 'backup', 'check'].includes(command) && words.length > 0) return wrong(`${command} takes no operand.`)
  if (value.demoKey && value.profile === null && command !== 'import') return wrong('--demo-key needs --profile with the folder of the scratch profile.')
  return { ok: true, value }
}

function isCommand(word: string): word is CliCommand {
  return commands.some(command => command === word)
}

const wrong = (sentence: string): ReadCli => ({ ok: false, sentence })

export const usage = `Usage: caseboard-cli COMMAND [SWITCHES]

  import FILE...        imports FHIR bundles, CSV or XLSX; folders are searched
  verify                checks file, history and every record
  backup                makes an encrypted backup now and verifies it
  restore [BACKUP]      puts a backup in the place of the store (newest when none is named)
  check                 checks this workstation
  call CHANNEL -        any operation; its input as JSON from standard input

  --profile FOLDER      another data folder        --json            one JSON object as the answer
  --user NAME           who signs in               --passphrase-fd N the passphrase from an open file
  --from FOLDER         restore: where backups are  --recovery-key    restore: the 24 words instead of a passphrase
  --demo-key            a scratch profile with synthetic patients; refuses every other

Answers: 0 done, 1 failed or found something wrong, 2 wrong command line, 3 sign-in refused, 4 in use by another program.`
