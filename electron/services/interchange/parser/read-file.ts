import { readFile } from 'node:fs/promises'
import type { FileReading } from '#shared/domain/interchange/fhir/read-bundle.ts'
import type { HelperFile } from '#electron/platform/file-box.ts'
import { decodeText } from './decode-text.ts'
import { readCsv } from './read-csv.ts'
import { type ReadingInput, readJson } from './read-json.ts'
import { readXlsx } from './read-xlsx.ts'
import { FileRefused, MEGABYTE, limits } from './refusal.ts'

export type FileContent =
  | { readonly kind: 'fhir'; readonly reading: FileReading }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }

/** One file, by what its first bytes say it is (a name may lie). Throws `FileRefused` with the sentence for the person. */
export async function readImportFile(file: HelperFile, input: ReadingInput): Promise<FileContent> {
  const bytes = await bytesOf(file)
  const format = formatOf(bytes)
  if (format === 'empty') throw new FileRefused(`${file.name}, as a whole: it is empty.`)
  if (format === 'workbook') return { kind: 'rows', rows: await readXlsx(bytes, file.name) }
  if (format !== 'text') throw new FileRefused(`${file.name}, as a whole: it is ${format}, so it was not read.`)
  return textContent(bytes, file.name, input)
}

function textContent(bytes: Uint8Array, name: string, input: ReadingInput): FileContent {
  const json = /\.(json|ndjson|jsonl)$/i.test(name)
  const { text } = decodeText(bytes, name, { strict: json })
  const start = text.slice(0, 2_000).replace(/^\uFEFF/, '').trimStart()
  if (json || start.startsWith('{') || start.startsWith('[')) return { kind: 'fhir', reading: readJson(text, input) }
  if (start.startsWith('<')) throw new FileRefused(`${name}, as a whole: it is XML; Caseboard reads FHIR as JSON and tables, so it was not read.`)
  if (/^(MSH|FHS|BHS)\|/.test(start)) throw new FileRefused(`${name}, as a whole: it is an HL7 v2 message, which this version does not read.`)
  return { kind: 'rows', rows: readCsv(text, name) }
}

async function bytesOf({ name, bytes, source }: HelperFile): Promise<Uint8Array> {
  const tooBig = new FileRefused(`${name}, as a whole: it has ${Math.ceil(bytes / MEGABYTE)} MB; files are read up to ${limits.fileBytes / MEGABYTE} MB, so it was not read.`)
  if ('withheld' in source || bytes > limits.fileBytes) throw tooBig
  if ('content' in source) return source.content
  try {
    const content = await readFile(source.path)
    // The file may have grown since it was chosen.
    if (content.byteLength > limits.fileBytes) throw tooBig
    return content
  } catch (error) {
    if (error instanceof FileRefused) throw error
    throw new FileRefused(`${name}, as a whole: it can no longer be opened.`)
  }
}

type Format = 'empty' | 'workbook' | 'text' | 'an old Excel file (.xls); save it as .xlsx or CSV' | 'a PDF' | 'a compressed file' | 'not a text'

function formatOf(bytes: Uint8Array): Format {
  if (bytes.byteLength === 0) return 'empty'
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b, 3, 4) || starts(0x50, 0x4b, 5, 6)) return 'workbook'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'an old Excel file (.xls); save it as .xlsx or CSV'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'a PDF'
  if (starts(0x1f, 0x8b) || starts(0x37, 0x7a)) return 'a compressed file'
  return looksBinary(bytes) ? 'not a text' : 'text'
}

/** Many control bytes: a picture or a program. UTF-16 has zeros only in every other place. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096)
  const controls = head.reduce((sum, byte) => sum + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  return controls - zeros > head.byteLength / 10 || zeros > head.byteLength * 0.6
}
