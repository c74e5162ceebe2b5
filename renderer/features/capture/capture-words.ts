import type { z } from 'zod'
import type { ContactKind } from '#shared/contract/notes.ts'

export const contactKindWords: Readonly<Record<z.output<typeof ContactKind>, string>> = { call: 'Call', fax: 'Fax', letter: 'Letter', visit: 'Visit', meeting: 'Meeting', message: 'Message' }
export const directionWords = { in: 'Incoming', out: 'Outgoing' } as const
