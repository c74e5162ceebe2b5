/** Why nothing of a file is read: one sentence that names the file, the place and the reason. */
export class FileRefused extends Error {
  readonly sentence: string
  /** Things counted before the refusal, so that they are accounted for. */
  readonly resources: number
  constructor(sentence: string, resources = 0) {
    super('refused')
    this.name = 'FileRefused'
    this.sentence = sentence
    this.resources = resources
  }
}

export const MEGABYTE = 1024 * 1024

/** What an import reads at most. A census has some hundred rows, a patient's bundle some megabytes: these bounds are for files that mean harm or were chosen by mistake. */
export const limits = {
  fileBytes: 64 * MEGABYTE,
  tableBytes: 20 * MEGABYTE,
  jsonDepth: 64,
  columns: 200,
  cellCharacters: 100_000,
  rows: 50_000,
  zipEntries: 2_000,
  /** Unpacked: one part of a workbook, all that are read together. */
  zipPartBytes: 24 * MEGABYTE,
  zipBytes: 48 * MEGABYTE,
} as const
