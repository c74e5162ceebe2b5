import type { IncomingMessage } from 'node:http'
import { uploadHeaders } from '#shared/contract/browser-link.ts'
import { FILE_LIMIT, type FileBox } from '#electron/platform/file-box.ts'
import type { Door } from './door.ts'

export interface UploadParts {
  readonly door: Door
  readonly files: FileBox
  readonly cookie: string
}

type Answer = (status: number, body: object) => void

/** Takes one file into memory, never onto the disk. Needs the page's secret besides the cookie. */
export function takeUpload(request: IncomingMessage, { door, files, cookie }: UploadParts, answer: Answer): void {
  const refuse = (status: number, message: string): void => {
    request.resume()
    answer(status, { message })
  }
  const name = nameOf(header(request, uploadHeaders.name))
  if (request.method !== 'POST') return refuse(405, 'Refused.')
  if (!door.holds(cookie, header(request, uploadHeaders.secret))) return refuse(403, 'Refused.')
  if (name === null) return refuse(400, 'Refused.')
  const tooBig = header(request, uploadHeaders.tooBig)
  if (tooBig !== '') {
    const bytes = Number(tooBig)
    return Number.isSafeInteger(bytes) && bytes > FILE_LIMIT ? keep(() => files.offerTooBig(name, bytes), answer) : refuse(400, 'Refused.')
  }
  if (Number(request.headers['content-length'] ?? 0) > FILE_LIMIT) return refuse(413, 'This file is too large.')
  receive(request, answer, content => { keep(() => files.offerBytes(name, content), answer) })
}

function receive(request: IncomingMessage, answer: Answer, done: (content: Buffer) => void): void {
  const chunks: Buffer[] = []
  let length = 0
  request.on('data', (chunk: Buffer) => {
    length += chunk.byteLength
    if (length > FILE_LIMIT) {
      request.removeAllListeners('data').removeAllListeners('end').resume()
      answer(413, { message: 'This file is too large.' })
    } else chunks.push(chunk)
  })
  request.on('end', () => { done(Buffer.concat(chunks)) })
}

function keep(offer: () => object, answer: Answer): void {
  try {
    answer(200, offer())
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    answer(507, { message: 'These are too many files at once. Import some of them first.' })
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}

function nameOf(encoded: string): string | null {
  try {
    return encoded === '' || encoded.length > 2000 ? null : decodeURIComponent(encoded)
  } catch {
    return null
  }
}
