import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { FileHandle, PageFile, Workstation } from '#shared/contract/bridge.ts'
import type { Channel, Reply } from '#shared/contract/index.ts'
import { ipcChannels } from './ipc/channel-names.ts'

const unreadable = 'The answer could not be read.'

/** The page's only way out (E20): named functions, no ipcRenderer, no event objects. Everything is checked again on the other side. */
const shell: Workstation['shell'] = {
  kind: 'electron',
  printsBy: 'itself',
  openFiles: async ({ accept, folder }) => handlesOf(await ask({ ask: 'open-files', accept: [...accept], folder })),
  acceptFiles: async files => handlesOf(await ask({ ask: 'accept-paths', paths: files.flatMap(pathOf) })),
  offerText: async (name, text) => {
    const [handle] = handlesOf([await ask({ ask: 'offer-text', name, text })])
    if (handle === undefined) throw new Error(unreadable)
    return handle
  },
  saveFile: async (name, mediaType, bytes) => (await ask({ ask: 'save-file', name, mediaType, bytes })) === true,
  print: async (target, title) => {
    const answer = await ask({ ask: 'print', target, title })
    return answer === 'done' || answer === 'dialog' ? answer : 'no'
  },
  forgetCopied: async text => { await ask({ ask: 'forget-copied', text }) },
  quit: async () => { await ask({ ask: 'quit' }) },
}

const workstation: Workstation = {
  shell,
  invoke: async (channel, input, commandId) => {
    const reply: unknown = await ipcRenderer.invoke(ipcChannels.invoke, channel, input, commandId)
    if (!isReplyTo(channel, reply)) throw new Error(unreadable)
    return reply
  },
  on(name, listener) {
    const heard = (_event: unknown, told: unknown, data: Parameters<typeof listener>[0]): void => { if (told === name) listener(data) }
    ipcRenderer.on(ipcChannels.event, heard)
    return () => { ipcRenderer.removeListener(ipcChannels.event, heard) }
  },
}

async function ask(request: object): Promise<unknown> {
  return ipcRenderer.invoke(ipcChannels.shell, request)
}

// Main process and core have checked the data against the contract; here it only has to be an answer at all.
function isReplyTo<C extends Channel>(_channel: C, reply: unknown): reply is Reply<C> {
  return typeof reply === 'object' && reply !== null && 'ok' in reply && typeof reply.ok === 'boolean'
}

function handlesOf(answer: unknown): FileHandle[] {
  if (!Array.isArray(answer) || !answer.every(isHandle)) throw new Error(unreadable)
  return answer
}

function isHandle(value: unknown): value is FileHandle {
  return typeof value === 'object' && value !== null && 'handle' in value && typeof value.handle === 'string' && 'name' in value && 'bytes' in value
}

// Only a File the person chose or dropped has a path; anything else a page makes up has none.
function pathOf(file: PageFile): string[] {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  return path === '' ? [] : [path]
}

contextBridge.exposeInMainWorld('workstation', workstation)
