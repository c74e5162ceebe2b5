import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileHandle } from '#shared/contract/bridge.ts'
import type { ShellRequest } from '#electron/ipc/shell-request.ts'
import type { FileBox } from '#electron/platform/file-box.ts'
import { writeFileSafely } from '#electron/platform/files.ts'

/** The dialogs and the printer, as far as they are needed. */
export interface ShellDoors {
  /** Empty when the person changed their mind. */
  chooseFiles(options: { readonly accept: readonly string[]; readonly folder: boolean }): Promise<readonly string[]>
  choosePlace(name: string): Promise<string | null>
  print(): Promise<boolean>
  pdf(): Promise<Uint8Array>
  readonly clipboard: { readText(): Promise<string>; clear(): void }
  quit(): void
}

/** Tagged and with an outline, so that a screen reader can follow it; the page's own size and margins. */
export const pdfOptions = Object.freeze({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false } as const)

/** What a page may ask of the Electron shell. Written files go exactly where the person said, readable by that person alone (E29). */
export function shellServices(files: FileBox, doors: ShellDoors): (request: ShellRequest) => Promise<unknown> {
  return async request => {
    switch (request.ask) {
      case 'open-files':
        return offerPaths(files, await doors.chooseFiles(request), request.accept)
      case 'accept-paths':
        return offerPaths(files, request.paths, [])
      case 'offer-text':
        return files.offerBytes(request.name, Buffer.from(request.text))
      case 'save-file':
        return save(await doors.choosePlace(safeName(request.name)), request.bytes)
      case 'print':
        return (request.target === 'printer' ? await doors.print() : await savePdf(doors, request.title)) ? 'done' : 'no'
      case 'forget-copied':
        // What another program put there since is not ours to take away.
        if ((await doors.clipboard.readText()) === request.text) doors.clipboard.clear()
        return undefined
      case 'quit':
        return doors.quit()
    }
  }
}

/** A folder stands for the files in it, its folders too; of those only the wanted kinds. */
async function offerPaths(files: FileBox, paths: readonly string[], accept: readonly string[]): Promise<FileHandle[]> {
  const handles: FileHandle[] = []
  for (const place of paths) {
    const isFolder = (await stat(place)).isDirectory()
    const found = isFolder ? (await readdir(place, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name)) : [place]
    for (const file of found.toSorted()) if (!isFolder || isWanted(file, accept)) handles.push(files.offerPath(file))
  }
  return handles
}

function isWanted(file: string, accept: readonly string[]): boolean {
  return accept.length === 0 || accept.some(ending => file.toLowerCase().endsWith(ending.toLowerCase()))
}

async function savePdf(doors: ShellDoors, title: string): Promise<boolean> {
  const place = await doors.choosePlace(`${safeName(title)}.pdf`)
  return place !== null && save(place, await doors.pdf())
}

function save(place: string | null, bytes: Uint8Array): boolean {
  if (place === null) return false
  writeFileSafely(place, bytes)
  return true
}

/** A suggestion for a dialog: no folders, nothing a file system chokes on. */
export function safeName(name: string): string {
  const clean = name.toWellFormed().replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ').replace(/^[. ]+|[. ]+$/g, '').slice(0, 100)
  return clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(clean) ? 'caseboard' : clean
}
