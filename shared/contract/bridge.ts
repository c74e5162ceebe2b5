import type { CommandId } from '#shared/model/ids.ts'
import type { EventData, EventName } from './events.ts'
import type { Channel, Input, Reply } from './index.ts'

/** A file a person chose. The page sees its name and size; the bytes go from the shell to the import parser. */
export interface FileHandle {
  readonly handle: string
  readonly name: string
  readonly bytes: number
}

/** What the bridge needs of the page's `File`. */
export interface PageFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

export type ShellKind = 'electron' | 'browser'

/** `done`: printed or saved. `dialog`: a dialog opens, and what the person does there is not known. `no`: they changed their mind. */
export type PrintAnswer = 'done' | 'dialog' | 'no'

/** What differs between the two shells; a feature never asks which one it is in. */
export interface Shell {
  readonly kind: ShellKind
  /** Asks the person for files (or a folder of them). Empty when they change their mind. */
  openFiles(options: { readonly accept: readonly string[]; readonly folder: boolean }): Promise<readonly FileHandle[]>
  /** Files dropped on the page. */
  acceptFiles(files: readonly PageFile[]): Promise<readonly FileHandle[]>
  /** Text that was pasted, as if it were a file of that name. */
  offerText(name: string, text: string): Promise<FileHandle>
  /** True when the file was saved; false when the person changed their mind. */
  saveFile(name: string, mediaType: string, bytes: Uint8Array): Promise<boolean>
  /** `dialog`: every paper goes through the print dialog of a browser, which tells nobody what became of it. */
  readonly printsBy: 'itself' | 'dialog'
  /** Prints what the print preview shows, or saves it as a tagged PDF. */
  print(target: 'printer' | 'pdf', title: string): Promise<PrintAnswer>
  /** Empties the clipboard, unless something else is known to lie on it by now. */
  forgetCopied(text: string): Promise<void>
  quit(): Promise<void>
}

/** `window.workstation`: the only way between the page and the workshop. */
export interface Workstation {
  readonly shell: Shell
  invoke<C extends Channel>(channel: C, input: Input<C>, commandId?: CommandId): Promise<Reply<C>>
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (data: EventData<N>) => void): () => void
}
