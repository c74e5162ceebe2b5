import { ipcChannels } from './channel-names.ts'
import { ShellRequest } from './shell-request.ts'
import type { AnyReply } from '#electron/platform/core-messages.ts'
import type { RelayedRequest } from '#electron/platform/core-host.ts'

export interface IpcEvent {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** What is needed of Electron's ipcMain. */
export interface IpcDoor {
  handle(channel: string, listener: (event: IpcEvent, ...words: unknown[]) => unknown): void
}

export interface IpcParts {
  /** True for the page of our own window, whatever a frame inside it says. */
  isOwnPage(address: string): boolean
  isOwnWindow(contentsId: number): boolean
  request(request: RelayedRequest): Promise<AnyReply>
  shell(request: ShellRequest): Promise<unknown>
}

/** The only place that listens to pages (E17): a foreign origin, a frame within the page, another window or a frame that is gone are refused. */
export function registerIpc(door: IpcDoor, { isOwnPage, isOwnWindow, request, shell }: IpcParts): void {
  const checked = (event: IpcEvent): void => {
    const frame = event.senderFrame
    const isTrusted = frame !== null && frame.parent === null && isOwnPage(frame.url) && isOwnWindow(event.sender.id)
    if (!isTrusted) throw new Error('Refused.')
  }
  door.handle(ipcChannels.invoke, (event, channel, input, commandId) => {
    checked(event)
    return request({ channel, input, commandId })
  })
  door.handle(ipcChannels.shell, (event, raw) => {
    checked(event)
    const wanted = ShellRequest.safeParse(raw)
    if (!wanted.success) throw new Error('Refused.')
    return shell(wanted.data)
  })
}
