import path from 'node:path'

export type Op = { readonly type: string; readonly file: number; readonly offset: number; readonly data: Buffer }
export type Recording = { readonly ops: readonly Op[]; readonly names: readonly string[]; readonly counts: Readonly<Record<string, number>> }

const SECTOR = 512

/** Reads what `crashlog.c` wrote: every write, truncate, sync and unlink of one folder, in order, with the acknowledgements between them. */
export function readLog(bytes: Buffer): Recording {
  const ops: Op[] = []
  const names: string[] = []
  const counts: Record<string, number> = {}
  for (let at = 0; at < bytes.length;) {
    const type = String.fromCharCode(bytes.readUInt8(at))
    const file = bytes.readUInt8(at + 1)
    const offset = Number(bytes.readBigUInt64LE(at + 2))
    const length = bytes.readUInt32LE(at + 10)
    const data = bytes.subarray(at + 14, at + 14 + length)
    if (type === 'N') names[file] = data.toString()
    else ops.push({ type, file, offset, data })
    counts[type] = (counts[type] ?? 0) + 1
    at += 14 + length
  }
  if (!counts['W'] || !counts['A']) throw new Error('Nothing was recorded: is node linked dynamically?')
  return { ops, names, counts }
}

type Image = { bytes: Buffer; length: number; isThere: boolean }

/**
 * What the disk may hold when power fails after the first `prefix` records, and the newest number acknowledged by then.
 *
 * A record before its file's last sync is durable. Of the others each is kept with probability 1/2, and a kept write is torn at a random
 * sector with probability 1/4. An unlink is certain once the folder was synced after it.
 */
export function buildState({ ops, names }: Recording, prefix: number, random: () => number): { files: [string, Buffer][]; acknowledged: number } {
  const images: Image[] = names.map(() => ({ bytes: Buffer.alloc(1 << 16), length: 0, isThere: false }))
  const { lastSync, lastFolderSync } = syncsOf(ops, prefix, names.length)
  let acknowledged = 0
  for (let i = 0; i < prefix; i++) {
    const op = ops[i]
    if (op === undefined || op.type === 'D' || op.type === 'S') continue
    if (op.type === 'A') {
      acknowledged = Math.max(acknowledged, newest(op.data))
      continue
    }
    const image = images[op.file]
    if (image === undefined) continue
    const isDurable = op.type === 'U' ? i < lastFolderSync : i < (lastSync[op.file] ?? -1)
    if (!isDurable && random() < 0.5) continue
    apply(image, op, !isDurable && random() < 0.25 ? Math.floor(random() * (op.data.length / SECTOR + 1)) * SECTOR : op.data.length)
  }
  const files = images.flatMap((image, i): [string, Buffer][] => (image.isThere ? [[path.basename(names[i] ?? ''), image.bytes.subarray(0, image.length)]] : []))
  return { files, acknowledged }
}

function syncsOf(ops: readonly Op[], prefix: number, files: number): { lastSync: number[]; lastFolderSync: number } {
  const lastSync = Array.from({ length: files }, () => -1)
  let lastFolderSync = -1
  for (let i = 0; i < prefix; i++) {
    const op = ops[i]
    if (op?.type === 'S') lastSync[op.file] = i
    if (op?.type === 'D') lastFolderSync = i
  }
  return { lastSync, lastFolderSync }
}

function apply(image: Image, op: Op, kept: number): void {
  if (op.type === 'U') {
    image.isThere = false
    image.length = 0
  } else if (op.type === 'T') {
    image.length = Math.min(image.length, op.offset)
  } else {
    const end = op.offset + kept
    if (end > image.bytes.length) image.bytes = Buffer.concat([image.bytes, Buffer.alloc(Math.max(end, image.bytes.length))])
    if (op.offset > image.length) image.bytes.fill(0, image.length, op.offset)
    op.data.copy(image.bytes, op.offset, 0, kept)
    image.length = Math.max(image.length, end)
    image.isThere = true
  }
}

function newest(printed: Buffer): number {
  return Number(printed.toString().trim().split('\n').pop()) || 0
}
