import { expect, test } from 'vitest'
import { registerIpc, type IpcEvent } from '#electron/ipc/register.ts'
import { isOwnAddress } from '#electron/windows/origin.ts'

function registered() {
  const channels = new Map<string, (event: IpcEvent, ...words: unknown[]) => unknown>()
  registerIpc({ handle: (channel, listener) => { channels.set(channel, listener) } }, {
    isOwnPage: isOwnAddress, isOwnWindow: id => id === 7, request: () => Promise.resolve({ ok: true, data: 'answered' }), shell: () => Promise.resolve('answered'),
  })
  return channels
}

const own: IpcEvent = { sender: { id: 7 }, senderFrame: { url: 'app://caseboard/index.html', parent: null } }

test('every channel refuses a foreign page, a frame within the page, a frame that is gone and another window (E17)', () => {
  const strangers: IpcEvent[] = [
    { ...own, senderFrame: null },
    { ...own, senderFrame: { url: 'app://caseboard/index.html', parent: {} } },
    { ...own, sender: { id: 8 } },
    ...['https://caseboard/index.html', 'app://evil/index.html', 'app://caseboard.evil/index.html', 'about:blank', 'file:///index.html', 'null', ''].map(url => ({ ...own, senderFrame: { url, parent: null } })),
  ]
  const channels = registered()
  expect([...channels.keys()]).toEqual(['workstation:invoke', 'workstation:shell'])
  for (const listener of channels.values()) for (const stranger of strangers) expect(() => listener(stranger, { ask: 'quit' })).toThrow('Refused.')
})

test('the own page is answered, and asks of the shell only what is in the list', async () => {
  const channels = registered()
  expect(await channels.get('workstation:invoke')?.(own, 'session.state', {})).toEqual({ ok: true, data: 'answered' })
  expect(await channels.get('workstation:shell')?.(own, { ask: 'quit' })).toBe('answered')
  for (const wrong of [{ ask: 'read-file', path: '/etc/passwd' }, { ask: 'quit', more: 1 }, 'quit', null, { ask: 'save-file', name: 'x', mediaType: 'y', bytes: [1] }]) {
    expect(() => channels.get('workstation:shell')?.(own, wrong)).toThrow('Refused.')
  }
})
