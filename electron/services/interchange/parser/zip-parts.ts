import { type Entry, type ZipFile, fromBuffer } from 'yauzl'
import { FileRefused, MEGABYTE, limits } from './refusal.ts'

/**
 * The named parts of a zip file, unpacked in memory; nothing is ever written to a disk, so no name in it can lead anywhere.
 *
 * Sizes are checked as declared before anything is unpacked, and again while unpacking: a header may lie. `wanted` chooses by name.
 */
export async function zipParts(bytes: Uint8Array, name: string, wanted: (part: string) => boolean): Promise<ReadonlyMap<string, string>> {
  const zip = await opened(bytes, name)
  if (zip.entryCount > limits.zipEntries) throw new FileRefused(`${name}, as a whole: it holds more than ${limits.zipEntries} parts, so it was not read.`)
  const chosen: Entry[] = []
  for (const entry of await entriesOf(zip, name)) if (wanted(entry.fileName)) chosen.push(entry)
  const total = chosen.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > limits.zipBytes || chosen.some(entry => entry.uncompressedSize > limits.zipPartBytes)) {
    throw new FileRefused(`${name}, as a whole: unpacked it is larger than ${limits.zipPartBytes / MEGABYTE} MB a sheet, so it was not read.`)
  }
  const parts = new Map<string, string>()
  for (const entry of chosen) parts.set(entry.fileName, await unpacked(zip, entry, name))
  return parts
}

function opened(bytes: Uint8Array, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null) resolve(zip)
      else reject(notAWorkbook(name))
    })
  })
}

function entriesOf(zip: ZipFile, name: string): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => { resolve(entries) })
    zip.on('error', () => { reject(notAWorkbook(name)) })
    zip.readEntry()
  })
}

function unpacked(zip: ZipFile, entry: Entry, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => { reject(new FileRefused(`${name}, as a whole: one of its parts is not what the file says it is, so it was not read.`)) }
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) return refuse()
      const chunks: Buffer[] = []
      let size = 0
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limits.zipPartBytes) {
          stream.destroy()
          refuse()
        } else chunks.push(chunk)
      })
      stream.on('error', refuse)
      stream.on('end', () => { resolve(Buffer.concat(chunks).toString('utf8')) })
    })
  })
}

const notAWorkbook = (name: string): FileRefused => new FileRefused(`${name}, as a whole: it is not an Excel workbook that can be opened, so it was not read.`)
