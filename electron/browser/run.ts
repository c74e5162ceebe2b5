import { createInterface } from 'node:readline'
import { createCoreHost } from '#electron/platform/core-host.ts'
import { createFileBox } from '#electron/platform/file-box.ts'
import { nodeProcesses } from '#electron/platform/node-processes.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { builtFolder } from '#electron/windows/built-files.ts'
import { readArguments } from '#electron/shell/arguments.ts'
import { openProfile, type OpenProfile } from '#electron/shell/open-profile.ts'
import { createAssets } from '#electron/windows/assets.ts'
import { acknowledgementIn } from './acknowledgement.ts'
import { Door } from './door.ts'
import { openInBrowser } from './open-in-browser.ts'
import { createPageLink } from './page-link.ts'
import { startBrowserServer } from './server.ts'

const say = (line: string): void => { process.stdout.write(`${line}\n`) }

/** Runs until the person ends it (Ctrl+C, or Quit in the page); the exit code. */
export async function runBrowserShell(words: readonly string[]): Promise<number> {
  const wanted = readArguments(words)
  if (!wanted.ok) {
    process.stderr.write(`${wanted.sentence}\n`)
    return 2
  }
  try {
    const profile = openProfile(wanted.value, systemClock())
    try {
      return await serve(profile, wanted.value.open)
    } finally {
      profile.release()
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'Caseboard cannot start.'}\n`)
    return 1
  }
}

async function serve(profile: OpenProfile, open: boolean): Promise<number> {
  const clock = systemClock()
  const files = createFileBox()
  const ended = Promise.withResolvers<void>()
  const host = createCoreHost({ maker: nodeProcesses, files, settings: { profileFolder: profile.folder, shell: 'browser', demo: profile.demo, demoCaseload: true } })
  const door = new Door(clock)
  const link = createPageLink({
    door,
    host,
    demo: profile.demo,
    acknowledgement: acknowledgementIn(profile.folder, clock),
    onAlone: () => { void host.lock('disconnected') },
    onQuit: ended.resolve,
  })
  const stopListening = endOnSignals(ended.resolve)
  try {
    await host.ready()
    const server = await startBrowserServer({ door, link, files, assets: createAssets(builtFolder('renderer'), 'browser') })
    const opened = open ? openInBrowser(server.newAddress()) : null
    if (opened !== null) say('Caseboard is opening in your browser. If it does not appear, press Enter here for its address. Ctrl+C locks and ends Caseboard.')
    else {
      say('Caseboard is ready. Open this address in the browser of this machine:')
      say(server.newAddress())
      say('It works once, within a minute. Enter shows a new one; Ctrl+C locks and ends Caseboard.')
    }
    const lines = createInterface({ input: process.stdin })
    lines.on('line', () => { say(server.newAddress()) })
    await ended.promise
    say('Locking …')
    lines.close()
    process.stdin.destroy()
    opened?.remove()
    await server.close()
    return 0
  } finally {
    link.close()
    stopListening()
    await host.stop()
    files.clear()
  }
}

function endOnSignals(end: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, end)
  return () => { for (const signal of signals) process.off(signal, end) }
}
