import { z } from 'zod'
import type { FileHandle, PageFile, Shell } from '#shared/contract/bridge.ts'
import { filesPath, uploadHeaders } from '#shared/contract/browser-link.ts'
import type { BrowserLink } from './browser-link.ts'

const Handle = z.strictObject({ handle: z.string(), name: z.string(), bytes: z.number() })
const Refused = z.object({ message: z.string() })
/** As `FILE_LIMIT` of the shell: a larger file is named, not sent. */
const FILE_LIMIT = 64 * 1024 * 1024
const SHOWN_AFTER_MS = 300

/** What the browser does for a page: choosing, saving and printing are its own dialogs. */
export function browserShell(link: BrowserLink): Shell {
  const acceptFiles = async (files: readonly PageFile[]): Promise<FileHandle[]> => {
    const handles: FileHandle[] = []
    for (const file of files) handles.push(await upload(link, file))
    return handles
  }
  return {
    kind: 'browser',
    acceptFiles,
    openFiles: async options => acceptFiles(await chooseFiles(options)),
    offerText: (name, text) => upload(link, new File([text], name)),
    saveFile(name, mediaType, bytes) {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }))
      const anchor = document.createElement('a')
      anchor.href = url
      anchor.download = name
      anchor.click()
      // The download has begun; the copy in memory need not stay.
      setTimeout(() => { URL.revokeObjectURL(url) }, 10_000)
      return Promise.resolve(true)
    },
    printsBy: 'dialog',
    print() {
      // The dialog holds the page still: what the page has to say of it must be shown before.
      setTimeout(() => { window.print() }, SHOWN_AFTER_MS)
      return Promise.resolve('dialog')
    },
    forgetCopied() {
      // A browser lets a page touch the clipboard only while it has the focus, and does not let it look.
      const empty = (): void => { navigator.clipboard.writeText('').catch(() => undefined) }
      if (document.hasFocus()) empty()
      else window.addEventListener('focus', empty, { once: true })
      return Promise.resolve()
    },
    quit() {
      link.send({ kind: 'quit' })
      return Promise.resolve()
    },
  }
}

async function upload(link: BrowserLink, file: PageFile): Promise<FileHandle> {
  const isTooBig = file.size > FILE_LIMIT
  const headers = { [uploadHeaders.secret]: link.secret(), [uploadHeaders.name]: encodeURIComponent(file.name.toWellFormed().slice(0, 200)) }
  const response = await fetch(filesPath, {
    method: 'POST',
    headers: isTooBig ? { ...headers, [uploadHeaders.tooBig]: String(file.size) } : headers,
    body: isTooBig ? null : await file.arrayBuffer(),
  })
  const answer: unknown = await response.json()
  if (response.ok) return Handle.parse(answer)
  const refused = Refused.safeParse(answer)
  throw new Error(refused.success ? refused.data.message : 'This file could not be taken in.')
}

function chooseFiles({ accept, folder }: { readonly accept: readonly string[]; readonly folder: boolean }): Promise<readonly File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accept.join(',')
  input.webkitdirectory = folder
  return new Promise(resolve => {
    input.addEventListener('cancel', () => { resolve([]) })
    input.addEventListener('change', () => { resolve([...(input.files ?? [])].filter(file => isWanted(file.name, accept))) })
    input.click()
  })
}

// A chosen folder brings everything in it.
function isWanted(name: string, accept: readonly string[]): boolean {
  return accept.length === 0 || accept.some(ending => name.toLowerCase().endsWith(ending.toLowerCase()))
}
