import { z } from 'zod'
import { Instrument } from '#shared/domain/interchange/instruments.ts'
import type { Deps } from '../deps.ts'

const InstrumentsFile = z.object({ instruments: z.array(Instrument) })

/** The instruments an import recognises. */
export function knownInstruments({ resources }: Pick<Deps, 'resources'>): Instrument[] {
  return InstrumentsFile.parse(resources.json('instruments/instruments.json')).instruments
}
