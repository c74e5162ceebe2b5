import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { IncomingPatient } from '#shared/domain/interchange/incoming.ts'
import { limits } from './refusal.ts'

/** One patient as a few kilobytes: they travel through the shell and wait in the core's memory as such. Trees of a thousand objects, copied at each hop, took longer than reading them. */
export interface PackedPatient {
  readonly key: string
  readonly packed: Uint8Array
}

export function packPatient(patient: IncomingPatient): PackedPatient {
  return { key: patient.key, packed: deflateRawSync(JSON.stringify(patient), { level: 1 }) }
}

/** Unpacks what the helper sent and checks it member by member; bounded, because the helper read a stranger's file. `null` when it does not stand up to that. */
export function checkedPatient(patient: PackedPatient): IncomingPatient | null {
  return IncomingPatient.safeParse(opened(patient)).data ?? null
}

/** How many entries stand behind a patient that was not accepted, so that they are accounted for all the same. */
export function entriesIn(patient: PackedPatient): number {
  return Counted.safeParse(opened(patient)).data ?? 1
}

const Numbers = z.record(z.string(), z.number()).transform(tally => Object.values(tally).reduce((sum, count) => sum + count, 0))
const Counted = z.looseObject({ from: Numbers, records: z.array(z.looseObject({ from: Numbers })), leftOut: z.array(z.looseObject({ count: z.number() })) })
  .transform(({ from, records, leftOut }) => from + records.reduce((sum, each) => sum + each.from, 0) + leftOut.reduce((sum, each) => sum + each.count, 0))

function opened({ packed }: PackedPatient): unknown {
  return JSON.parse(inflateRawSync(packed, { maxOutputLength: 4 * limits.fileBytes }).toString('utf8'))
}

/** Unpacks what `checkedPatient` has accepted before; only its shape is looked at again. */
export function unpackPatient({ packed }: PackedPatient): IncomingPatient {
  const patient: unknown = JSON.parse(inflateRawSync(packed).toString('utf8'))
  if (!isIncomingPatient(patient)) throw new TypeError('A packed patient is not what was packed.')
  return patient
}

function isIncomingPatient(value: unknown): value is IncomingPatient {
  return typeof value === 'object' && value !== null && 'fields' in value && 'records' in value
}
