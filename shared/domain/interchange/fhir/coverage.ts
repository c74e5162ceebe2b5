import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { payerKindOf, payerNameOf } from '../payer-kind.ts'
import { Unusable } from '../unusable.ts'
import { codedAt } from './coding.ts'
import type { Entry } from './entries.ts'
import { type Json, codeAt, firstAt, lineAt, objectAt, objectsAt } from './json.ts'
import { type Draft, type Reader, nameAt, resolved } from './reader.ts'
import { dayAt, daysPeriodAt } from './when.ts'

/** A Claim or ExplanationOfBenefit → the payer it was sent to, seen on the day of service. Amounts are not kept. */
export function payerSeen(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  if (codeAt(resource, 'status') === 'entered-in-error') throw new Unusable('entered-in-error')
  const insurance = objectsAt(resource, 'insurance').find(each => each['focal'] === true) ?? firstAt(resource, 'insurance')
  const coverage = resolved(reader, resource, insurance, 'coverage')
  const service = daysPeriodAt(resource, 'billablePeriod', reader.context).start
  const seenOn = service === 'unknown' ? dayAt(resource, 'created', reader.context) : service
  if (coverage !== undefined) return [draftOf(coverage, resource, reader, seenOn)]
  const payer = lineAt(objectAt(insurance, 'coverage'), 'display')
  return [coverageDraft(payer === 'unknown' ? nameAt(reader, resource, resource, 'insurer') : payer, { seenOn })]
}

/** A Coverage that stands in the file by itself. */
export function coverageOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const status = codeAt(resource, 'status')
  if (status === 'entered-in-error') throw new Unusable('entered-in-error')
  return [draftOf(resource, resource, reader, 'unknown')]
}

function draftOf(coverage: Json, carrier: Json, reader: Reader, seenOn: PlainDate | 'unknown'): Draft {
  const payor = nameAt(reader, carrier, { payor: firstAt(coverage, 'payor') }, 'payor')
  const type = codedAt(coverage, 'type').label
  const period = daysPeriodAt(coverage, 'period', reader.context)
  return coverageDraft(payor === 'unknown' ? type : payor, { memberNumber: lineAt(coverage, 'subscriberId'), startsOn: period.start, endsOn: period.end, seenOn })
}

interface Terms {
  readonly memberNumber?: string
  readonly startsOn?: PlainDate | 'unknown'
  readonly endsOn?: PlainDate | 'unknown'
  readonly seenOn: PlainDate | 'unknown'
}

function coverageDraft(payer: string, { memberNumber = 'unknown', startsOn = 'unknown', endsOn = 'unknown', seenOn }: Terms): Draft {
  if (payer === 'unknown') throw new Unusable('no-payer')
  const payerName = payerNameOf(payer)
  return { key: `coverage:${payerName.toLowerCase()}`, content: { entity: 'coverage', payerName, payerKind: payerKindOf(payer), memberNumber, startsOn, endsOn, lastSeenOn: seenOn } }
}
