import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { FileHandle, PageFile, Workstation } from '#shared/contract/bridge.ts'
import { ipcChannels } from './ipc/channel-names.ts'

/** The page's only way out (E20): named functions, no ipcRenderer, no event objects. Everything is checked again on the other side. */
const shell: Workstation['shell'] = {
  kind: 'electron',
  openFiles: async ({ accept, folder }): Promise<FileHandle[]> => ask({ ask: 'open-files', accept: [...accept], folder }),
  acceptFiles: async (files): Promise<FileHandle[]> => ask({ ask: 'accept-paths', paths: files.flatMap(pathOf) }),
  offerText: async (name, text): Promise<FileHandle> => ask({ ask: 'offer-text', name, text }),
  saveFile: async (name, mediaType, bytes): Promise<boolean> => ask({ ask: 'save-file', name, mediaType, bytes }),
  print: async (target, title): Promise<boolean> => ask({ ask: 'print', target, title }),
  quit: async (): Promise<void> => ask({ ask: 'quit' }),
}

const workstation: Workstation = {
  shell,
  // The reply is typed by the contract; main process and core have checked it.
  // oxlint-disable-next-line typescript/no-unsafe-return
  invoke: async (channel, input, commandId) => ipcRenderer.invoke(ipcChannels.invoke, channel, input, commandId),
  on(name, listener) {
    const heard = (_event: unknown, told: unknown, data: Parameters<typeof listener>[0]): void => { if (told === name) listener(data) }
    ipcRenderer.on(ipcChannels.event, heard)
    return () => { ipcRenderer.removeListener(ipcChannels.event, heard) }
  },
}

async function ask<T>(request: object): Promise<T> {
  // oxlint-disable-next-line typescript/no-unsafe-return
  return ipcRenderer.invoke(ipcChannels.shell, request)
}

// Only a File the person chose or dropped has a path; anything else a page makes up has none.
function pathOf(file: PageFile): string[] {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  return path === '' ? [] : [path]
}

contextBridge.exposeInMainWorld('workstation', workstation)
