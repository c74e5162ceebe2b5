import { AppError } from '#shared/contract/errors.ts'
import { events } from '#shared/contract/events.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { createCoreHost, type CoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { systemIds } from '#electron/platform/ids.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import type { ProcessMaker } from '#electron/platform/processes.ts'
import { openProfile } from '#electron/shell/open-profile.ts'
import { StoreError } from '#electron/store/store-error.ts'
import { readCliArguments, usage, type CliArguments } from './arguments.ts'
import type { CommandParts } from './command-parts.ts'
import { runCommand } from './commands.ts'
import { coreClient } from './core-client.ts'
import { NoTerminal, terminalInput } from './secret-input.ts'
import { signInByArguments } from './sign-in.ts'

/** What the program answers; the README lists them. */
export const exitCodes = { done: 0, failed: 1, usage: 2, signIn: 3, inUse: 4 } as const

/** Runs one command, with processes of that maker, on the same core as the window, with the same sign-in, roles and history; the exit code. */
export async function runCli(given: readonly string[], maker: ProcessMaker = nodeProcesses): Promise<number> {
  const read = readCliArguments(given)
  if (!read.ok) {
    process.stderr.write(`${read.sentence}\n\n${usage}\n`)
    return exitCodes.usage
  }
  if (read.value.command === 'help') {
    process.stdout.write(`${usage}\n`)
    return exitCodes.done
  }
  try {
    return await withCore(read.value, maker)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    return codeOf(error)
  }
}

async function withCore(wanted: CliArguments, maker: ProcessMaker): Promise<number> {
  const { profile, demoKey, command } = wanted
  const clock = systemClock()
  const place = openProfile({ profile, demo: demoKey && profile === null }, clock)
  const files = createFileBox()
  const host = createCoreHost({ maker, files, settings: { profileFolder: place.folder, shell: 'cli', demo: demoKey, demoCaseload: false } })
  const warnings = noteWarnings(host)
  const stop = (): void => { void host.lock('asked') }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  try {
    await host.ready()
    const parts: CommandParts = { client: coreClient(host, systemIds(clock)), host, files, input: terminalInput(), piped: null, say: line => { process.stdout.write(`${line}\n`) }, note }
    const piped = command !== 'restore' && !demoKey ? await signedIn(wanted, parts) : null
    const code = await runCommand(wanted, { ...parts, piped })
    // Done, over a store that somebody has to look at: an unattended job must not go on for months without a word.
    return code === exitCodes.done && warnings() > 0 ? exitCodes.failed : code
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    await host.stop()
    place.release()
  }
}

const note = (line: string): void => { process.stderr.write(`${line}\n`) }

/** Writes what the store warns of to standard error; the returned function tells how many warnings there were. */
function noteWarnings(host: CoreHost): () => number {
  let count = 0
  host.onEvent(({ name, data }) => {
    const notice = name === 'store.notice' ? events['store.notice'].safeParse(data) : null
    if (notice?.success !== true || notice.data.severity === 'info') return
    count += 1
    note(notice.data.message)
  })
  return () => count
}

class SignInRefused extends Error {}

async function signedIn(wanted: CliArguments, { client, input }: CommandParts): Promise<string | null> {
  const session = await client.call('session.state', {})
  if (session.state === 'no-store') throw new AppError({ code: 'refused', message: 'There is no caseload in this folder yet: set the workstation up in its window first, or restore a backup.' })
  try {
    return await signInByArguments(client, wanted, input)
  } catch (error) {
    throw error instanceof NoTerminal ? error : new SignInRefused(sentenceOf(error))
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return 'fields' in error.shape ? [error.shape.message, ...Object.entries(error.shape.fields).map(([place, why]) => `  ${place}: ${why}`)].join('\n') : error.shape.message
  return error instanceof Error ? error.message : 'The command failed.'
}

function codeOf(error: unknown): number {
  if (error instanceof StoreError) return error.kind === 'already-open' ? exitCodes.inUse : exitCodes.failed
  if (error instanceof SignInRefused || error instanceof NoTerminal) return exitCodes.signIn
  return exitCodes.failed
}
