import type { Instant } from '#shared/kernel/instant.ts'
import type { Disposition, StatusChange, StayKind, StayStatus } from '#shared/model/stay.ts'
import { ownValue } from '../own-value.ts'
import { dispositionOfCode } from '../disposition.ts'
import { Unusable } from '../unusable.ts'
import { codedAt, codedOf, codesAt } from './coding.ts'
import type { Entry } from './entries.ts'
import { type Json, codeAt, firstAt, lineAt, objectAt, objectsAt } from './json.ts'
import { type Draft, type Reader, keyOf, nameAt } from './reader.ts'
import { unitMoves } from './encounter-moves.ts'
import { type Period, periodAt } from './when.ts'

/** v3 ActCode encounter classes. */
const classes: Readonly<Record<string, { readonly kind: StayKind; readonly status: StayStatus }>> = {
  IMP: { kind: 'hospital', status: 'inpatient' },
  ACUTE: { kind: 'hospital', status: 'inpatient' },
  NONAC: { kind: 'hospital', status: 'inpatient' },
  OBSENC: { kind: 'hospital', status: 'observation' },
  SS: { kind: 'hospital', status: 'observation' },
  PRENC: { kind: 'hospital', status: 'planned' },
  EMER: { kind: 'emergency', status: 'emergency' },
  HH: { kind: 'home-health', status: 'in-care' },
  AMB: { kind: 'outpatient', status: 'outpatient' },
  VR: { kind: 'outpatient', status: 'outpatient' },
  FLD: { kind: 'outpatient', status: 'outpatient' },
}

const ofItsOwnKind: readonly (readonly [RegExp, StayKind])[] = [
  [/hospice/i, 'hospice'],
  [/skilled nursing|nursing home|\bSNF\b/i, 'snf'],
  [/inpatient rehab|rehabilitation (facility|hospital)|\bIRF\b/i, 'irf'],
]

/** Kinds of stay that know no inpatient order. */
const inCare: ReadonlySet<StayKind> = new Set<StayKind>(['snf', 'irf', 'hospice', 'home-health'])

/** FHIR R4 Encounter → a stay with its status changes, unit moves, end and disposition. */
export function stayOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const status = codeAt(resource, 'status')
  if (status === 'entered-in-error') throw new Unusable('entered-in-error')
  const period = periodAt(resource, 'period', reader.context)
  if (period.start === 'unknown') throw new Unusable('no-start', 'period.start')
  const present = presentClass(resource)
  const kind = kindOf(resource, present.kind)
  const facilityName = nameAt(reader, resource, resource, 'serviceProvider')
  const unitMovesOf = unitMoves(resource, period.start, facilityName, reader)
  const end = period.end === 'unknown' && status === 'finished' ? lastKnown(resource, period.start, reader) : period.end
  const ended = end !== 'unknown' && status !== 'in-progress' && status !== 'onleave' && status !== 'planned'
  const changes = statusChanges(resource, inCare.has(kind) ? 'in-care' : present.status, { start: period.start, end: ended ? end : 'unknown' }, reader)
  return [{
    key: keyOf(entry),
    content: {
      entity: 'stay',
      kind,
      visitNumber: visitNumber(resource),
      facilityName: facilityName === 'unknown' ? nameAt(reader, resource, firstAt(resource, 'location'), 'location') : facilityName,
      reason: reasonOf(resource),
      attending: attendingOf(resource, reader),
      arrivedAt: changes[0]?.from ?? period.start,
      endedAt: isOver(changes.at(-1)) ? changes.at(-1)?.from ?? 'ongoing' : 'ongoing',
      disposition: dispositionOf(resource),
      status: changes.at(-1)?.status ?? present.status,
      statusChanges: [...changes],
      unitMoves: [...unitMovesOf],
    },
  }]
}

/** A visit its source calls finished does not go on because its end is missing: it is over since the last moment that is told of it. */
function lastKnown(resource: Json, start: Instant, reader: Reader): Instant {
  reader.note('period.end', 'it is finished and its end is not told; the last moment told of it was taken')
  const moments = ['classHistory', 'location'].flatMap(key => objectsAt(resource, key)).flatMap(step => {
    const { start: from, end } = periodAt(step, 'period', reader.context)
    return [from, end]
  })
  return moments.reduce<Instant>((last, at) => (at !== 'unknown' && at > last ? at : last), start)
}

function presentClass(resource: Json): { readonly kind: StayKind; readonly status: StayStatus } {
  return ownValue(classes, codeAt(objectAt(resource, 'class'), 'code') ?? '') ?? { kind: 'other', status: 'outpatient' }
}

function kindOf(resource: Json, byClass: StayKind): StayKind {
  const type = codedOf(firstAt(resource, 'type')).label
  return ofItsOwnKind.find(([pattern]) => pattern.test(type))?.[1] ?? byClass
}

/** The class history in order of time, then the present class, then the discharge: each once, where it differs from the one before. */
function statusChanges(resource: Json, present: StayStatus, { start, end }: Period<Instant> & { readonly start: Instant }, reader: Reader): readonly StatusChange[] {
  if (codeAt(resource, 'status') === 'planned') return [{ status: 'planned', from: start }]
  const history = objectsAt(resource, 'classHistory').map(step => {
    const { start: from } = periodAt(step, 'period', reader.context)
    const status = ownValue(classes, codeAt(objectAt(step, 'class'), 'code') ?? '')?.status
    return status === undefined || from === 'unknown' ? null : { status, from }
  }).filter(step => step !== null).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const steps: StatusChange[] = history.length === 0 ? [{ status: present, from: start }] : history
  if (end !== 'unknown' && steps.some(step => step.from > end)) throw new Unusable('end-before-start', 'classHistory')
  if (history.length > 0 && history.at(-1)?.status !== present) reader.note('classHistory', 'its class history does not end with its present class; the history was kept')
  const last: StayStatus = codeAt(resource, 'status') === 'cancelled' ? 'cancelled' : 'discharged'
  const over = end === 'unknown' && last === 'cancelled' ? start : end
  const all: readonly StatusChange[] = over === 'unknown' ? steps : [...steps, { status: last, from: over }]
  return all.filter((step, index) => step.status !== all[index - 1]?.status)
}

const isOver = (step: StatusChange | undefined): boolean => step?.status === 'discharged' || step?.status === 'cancelled'

function visitNumber(resource: Json): string {
  const identifiers = objectsAt(resource, 'identifier')
  const visit = identifiers.find(each => codesAt(each, 'type').includes('VN')) ?? identifiers[0]
  return visit === undefined ? 'unknown' : lineAt(visit, 'value')
}

function reasonOf(resource: Json): string {
  const reason = codedOf(firstAt(resource, 'reasonCode')).label
  return reason === 'unknown' ? codedOf(firstAt(resource, 'type')).label : reason
}

function attendingOf(resource: Json, reader: Reader): string {
  const participants = objectsAt(resource, 'participant')
  const attending = participants.find(each => objectsAt(each, 'type').some(type => objectsAt(type, 'coding').some(coding => codeAt(coding, 'code') === 'ATND')))
  const chosen = attending ?? participants[0]
  return chosen === undefined ? 'unknown' : nameAt(reader, resource, chosen, 'individual')
}

function dispositionOf(resource: Json): Disposition | 'unknown' {
  const hospitalization = objectAt(resource, 'hospitalization')
  return codesAt(hospitalization, 'dischargeDisposition').map(dispositionOfCode).find(each => each !== 'unknown') ?? byText(codedAt(hospitalization, 'dischargeDisposition').label)
}

const byText = (label: string): Disposition | 'unknown' => (/expired|died/i.test(label) ? 'died' : 'unknown')
