import path from 'node:path'
import { z } from 'zod'
import { readIfPresent, writeFileSafely } from '#electron/platform/files.ts'

const Facility = z.strictObject({ name: z.string().max(200) })

/** The facility's name, kept beside the store for the lock screen: the only fact readable without a key. */
export function readFacilityName(folder: string): string {
  try {
    const bytes = readIfPresent(fileIn(folder))
    return bytes === null ? 'unknown' : Facility.parse(JSON.parse(bytes.toString('utf8'))).name
  } catch {
    return 'unknown'
  }
}

export function writeFacilityName(folder: string, name: string): void {
  if (readFacilityName(folder) !== name) writeFileSafely(fileIn(folder), JSON.stringify({ name }))
}

function fileIn(folder: string): string {
  return path.join(folder, 'facility.json')
}
