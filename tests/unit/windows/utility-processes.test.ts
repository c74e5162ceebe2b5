import { expect, test, vi } from 'vitest'
import { utilityProcesses, type UtilityForker } from '#electron/windows/utility-processes.ts'

type Listener = (value: number) => void

function forker() {
  const forked: unknown[][] = []
  const sent: unknown[] = []
  const listeners = new Map<string, Listener>()
  const child = {
    postMessage: (message: unknown) => { sent.push(message) },
    on: (event: string, listener: Listener) => listeners.set(event, listener),
    once: (event: string, listener: Listener) => listeners.set(event, listener),
    kill: () => true,
  }
  const fork: UtilityForker['fork'] = (...given) => {
    forked.push(given)
    return child
  }
  return { fork, forked, sent, exit: (code: number) => listeners.get('exit')?.(code) }
}

test('core and parser start as utility processes with a name, without streams and without what could change how they run', () => {
  vi.stubEnv('NODE_OPTIONS', '--require=/tmp/other.js')
  const { fork, forked } = forker()
  const maker = utilityProcesses({ fork })
  maker.start('core')
  maker.start('import-parser', { heapMegabytes: 512 })
  vi.unstubAllEnvs()
  expect(forked).toMatchObject([
    [expect.stringContaining('core'), [], { serviceName: 'Caseboard core', execArgv: [], stdio: 'ignore' }],
    [expect.stringContaining('import-parser'), [], { execArgv: ['--max-old-space-size=512'] }],
  ])
  expect(JSON.stringify(forked)).not.toContain('NODE_OPTIONS')
})

test('what is sent to a process that has ended is lost without a word, and whoever asks late is still told of the end', async () => {
  const { fork, sent, exit } = forker()
  const child = utilityProcesses({ fork }).start('core')
  child.send('before')
  exit(3)
  child.send('after')
  expect(sent).toEqual(['before'])
  expect(await new Promise(resolve => { child.onExit(resolve) })).toBe(3)
})
