import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fdatasyncSync, openSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { writeAndSync, syncFolder } from '#electron/platform/files.ts'
import { instant, type Instant } from '#shared/kernel/instant.ts'
import type { ChainHead } from './audit-writer.ts'
import type { StoreProblem } from './store-messages.ts'

/** What stood at the end of the chain after the newest commit, kept outside the database. */
export type AnchorPoint = {
  readonly count: number
  readonly hash: string
  readonly at: string
  /** Lines known to be in the main file itself, not only in its write-ahead log: tells a lost log from an older copy. */
  readonly settled: number
}

/**
 * How database and anchor compare at open.
 *
 * `in-step` and `ahead` (a crash between commit and anchor) are normal and silent. Every other outcome is a warning that stays until an
 * administrator accepts it: until then the anchor is left as it is.
 */
export type AnchorState =
  | { readonly kind: 'in-step' }
  | { readonly kind: 'ahead' }
  | { readonly kind: 'behind'; readonly missing: number; readonly since: Instant; readonly cause: 'lost-log' | 'older-file' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'altered' }
  | { readonly kind: 'mismatch' }

/** True for what an administrator has to look at. */
export function isWarning({ kind }: AnchorState): boolean {
  return kind !== 'in-step' && kind !== 'ahead'
}

/** What the person is told; `null` where file and anchor agree, or differ only as after a crash. */
export function problemOfAnchor(state: AnchorState): StoreProblem | null {
  switch (state.kind) {
    case 'in-step':
    case 'ahead':
      return null
    case 'behind':
      return state.cause === 'older-file' ? { kind: 'older-file', since: state.since } : { kind: 'changes-missing', count: state.missing, since: state.since }
    case 'absent':
      return { kind: 'anchor-absent' }
    case 'altered':
      return { kind: 'anchor-altered' }
    case 'mismatch':
      return { kind: 'history-altered' }
  }
}

const SLOT_BYTES = 512

/**
 * The anchor file: two slots written in turn and synced, so that a power cut in one write leaves the other. One sync a commit, no rename.
 */
export class Anchor {
  readonly #file: string
  readonly #key: Buffer
  #handle: number | null = null
  #newestSlot = 1

  /** `dataKey` itself is not kept: the anchor's key is derived from it. */
  constructor(file: string, dataKey: Uint8Array) {
    this.#file = file
    this.#key = Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), 'caseboard anchor 1', 32))
  }

  /** Makes the file of a new store. Throws when one is there. */
  create(point: AnchorPoint): void {
    writeAndSync(this.#file, Buffer.concat([this.#slot(point), Buffer.alloc(SLOT_BYTES, ' ')]))
    syncFolder(path.dirname(this.#file))
    this.#newestSlot = 0
  }

  /** The newest point with a right seal, or why there is none. */
  read(): AnchorPoint | 'absent' | 'altered' {
    if (!existsSync(this.#file)) return 'absent'
    const bytes = Buffer.alloc(2 * SLOT_BYTES)
    readSync(this.#open(), bytes, 0, bytes.length, 0)
    const points = [0, 1].map(slot => this.#point(bytes.subarray(slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES)))
    const [first = null, second = null] = points
    if (first === null && second === null) return 'altered'
    this.#newestSlot = second !== null && (first === null || isNewer(second, first)) ? 1 : 0
    return points[this.#newestSlot] ?? 'altered'
  }

  /** Replaces the older slot and waits until the disk holds it. */
  write(point: AnchorPoint): void {
    const slot = 1 - this.#newestSlot
    writeSync(this.#open(), this.#slot(point), 0, SLOT_BYTES, slot * SLOT_BYTES)
    fdatasyncSync(this.#open())
    this.#newestSlot = slot
  }

  /** Makes this the only point: both slots, so that no older one with a higher count comes back after a crash. */
  replace(point: AnchorPoint): void {
    this.write(point)
    this.write(point)
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle)
    this.#handle = null
    this.#key.fill(0)
  }

  #open(): number {
    this.#handle ??= openSync(this.#file, 'r+')
    return this.#handle
  }

  #slot(point: AnchorPoint): Buffer {
    const text = JSON.stringify({ ...point, mac: this.#mac(point) })
    return Buffer.from(text.padEnd(SLOT_BYTES, ' '))
  }

  #point(slot: Buffer): AnchorPoint | null {
    const parsed = parsePoint(slot.toString('utf8').trim())
    if (parsed === null) return null
    const expected = Buffer.from(this.#mac(parsed.point))
    const found = Buffer.from(parsed.mac)
    return found.length === expected.length && timingSafeEqual(found, expected) ? parsed.point : null
  }

  #mac({ count, hash, at, settled }: AnchorPoint): string {
    return createHmac('sha256', this.#key).update(`${count}|${hash}|${at}|${settled}`).digest('hex')
  }
}

/** Compares the chain's end with the anchor. `hashAt` gives the hash of a line of the database, `null` when there is none. */
export function compareWithAnchor(anchor: AnchorPoint | 'absent' | 'altered', head: ChainHead, hashAt: (seq: number) => string | null): AnchorState {
  if (anchor === 'absent' || anchor === 'altered') return { kind: anchor }
  if (head.count < anchor.count) {
    const cause = head.count < anchor.settled ? 'older-file' : 'lost-log'
    return { kind: 'behind', missing: anchor.count - head.count, since: instant(anchor.at), cause }
  }
  if (anchor.count > 0 && hashAt(anchor.count) !== anchor.hash) return { kind: 'mismatch' }
  return { kind: head.count === anchor.count ? 'in-step' : 'ahead' }
}

function isNewer(a: AnchorPoint, b: AnchorPoint): boolean {
  return a.count !== b.count ? a.count > b.count : a.settled > b.settled
}

function parsePoint(text: string): { point: AnchorPoint; mac: string } | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null) return null
    const { count, hash, at, settled, mac } = { count: null, hash: null, at: null, settled: null, mac: null, ...value }
    if (typeof count !== 'number' || typeof settled !== 'number') return null
    if (typeof hash !== 'string' || typeof at !== 'string' || typeof mac !== 'string') return null
    return { point: { count, hash, at, settled }, mac }
  } catch {
    return null
  }
}
