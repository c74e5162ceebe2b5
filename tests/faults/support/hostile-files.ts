import { crc32, deflateRawSync } from 'node:zlib'

/** Lists in lists, so deep. */
export const nested = (depth: number): string => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`

export interface ZipPart {
  readonly name: string
  readonly data: Buffer
  /** The size the headers claim; the true one unless they lie. */
  readonly declared?: number
}

/** A zip file by hand: libraries refuse to write the ones these tests need. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, data, declared = data.length } of parts) {
    const packed = deflateRawSync(data)
    const title = Buffer.from(name)
    const facts = [20, 0, 8, 0, 0] as const
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    facts.forEach((fact, index) => head.writeUInt16LE(fact, 4 + index * 2))
    sizes(head, 14, data, packed.length, declared)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(20, 4)
    facts.forEach((fact, index) => entry.writeUInt16LE(fact, 6 + index * 2))
    sizes(entry, 16, data, packed.length, declared)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(head, title, packed)
    central.push(entry, title)
    offset += head.length + title.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

function sizes(head: Buffer, at: number, data: Buffer, packed: number, declared: number): void {
  head.writeUInt32LE(crc32(data), at)
  head.writeUInt32LE(packed, at + 4)
  head.writeUInt32LE(declared, at + 8)
}
