import { isHistory } from '../history-codes.ts'
import { Unusable } from '../unusable.ts'
import { codedAt, codedOf, codesAt } from './coding.ts'
import type { Entry } from './entries.ts'
import { type Json, clipped, codeAt, firstAt, lineAt, objectAt, objectsAt } from './json.ts'
import { type Draft, type Reader, keyOf, nameAt, resolved, stayKeyAt } from './reader.ts'
import { dayAt, daysPeriodAt, inOrder, periodAt } from './when.ts'

/** FHIR R4 Condition, status and history codes marked. */
export function conditionOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const verification = codesAt(resource, 'verificationStatus')[0] ?? 'unknown'
  if (verification === 'entered-in-error' || verification === 'refuted') throw new Unusable(verification)
  const coded = labelled(codedAt(resource, 'code'))
  const onset = onsetDay(resource, reader)
  const abated = dayAt(resource, 'abatementDateTime', reader.context)
  inOrder({ start: onset, end: abated }, 'abatementDateTime')
  return [{
    key: keyOf(entry),
    content: {
      entity: 'condition', stayKey: stayKeyAt(reader, resource, 'encounter'), ...coded, clinicalStatus: codesAt(resource, 'clinicalStatus')[0] ?? 'unknown', verification,
      onsetOn: onset, abatedOn: abated, isHistory: isHistory(coded.code, coded.label),
    },
  }]
}

/** FHIR R4 Procedure; one that was not done is left out. */
export function procedureOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const status = codeAt(resource, 'status') ?? 'unknown'
  if (status === 'entered-in-error') throw new Unusable('entered-in-error')
  if (status === 'not-done') throw new Unusable('not-performed')
  const performed = daysPeriodAt(resource, 'performedPeriod', reader.context).start
  return [{
    key: keyOf(entry),
    content: {
      entity: 'procedure', stayKey: stayKeyAt(reader, resource, 'encounter'), ...labelled(codedAt(resource, 'code')), status,
      performedOn: performed === 'unknown' ? dayAt(resource, 'performedDateTime', reader.context) : performed,
    },
  }]
}

/** FHIR R4 MedicationRequest, the medication named inside or by reference. */
export function medicationOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const status = codeAt(resource, 'status') ?? 'unknown'
  if (status === 'entered-in-error') throw new Unusable('entered-in-error')
  if (codeAt(resource, 'intent') === 'proposal' || codeAt(resource, 'intent') === 'plan') throw new Unusable('not-an-order')
  return [{
    key: keyOf(entry),
    content: {
      entity: 'medication', ...medicationCode(resource, reader), status, doseText: lineAt(firstAt(resource, 'dosageInstruction'), 'text'),
      authoredOn: dayAt(resource, 'authoredOn', reader.context),
    },
  }]
}

/** FHIR R4 AllergyIntolerance. */
export function allergyOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const verification = codesAt(resource, 'verificationStatus')[0]
  if (verification === 'entered-in-error' || verification === 'refuted') throw new Unusable(verification)
  const reactions = objectsAt(resource, 'reaction').flatMap(each => objectsAt(each, 'manifestation').map(codedOf)).map(each => each.label).filter(label => label !== 'unknown')
  return [{
    key: keyOf(entry),
    content: {
      entity: 'allergy', ...labelled(codedAt(resource, 'code')), clinicalStatus: codesAt(resource, 'clinicalStatus')[0] ?? 'unknown',
      criticality: codeAt(resource, 'criticality') ?? 'unknown', reaction: reactions.length === 0 ? 'unknown' : clipped(reactions.join(', ')),
      recordedOn: dayAt(resource, 'recordedDate', reader.context),
    },
  }]
}

/** FHIR R4 CarePlan: what it is called, its days and the activities by name. */
export function carePlanOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  const status = codeAt(resource, 'status') ?? 'unknown'
  if (status === 'entered-in-error') throw new Unusable('entered-in-error')
  const period = daysPeriodAt(resource, 'period', reader.context)
  const activities = objectsAt(resource, 'activity').map(each => activityLabel(each)).filter(label => label !== 'unknown')
  return [{ key: keyOf(entry), content: { entity: 'care_plan', label: planLabel(resource), status, startsOn: period.start, endsOn: period.end, activities: activities.slice(0, 200) } }]
}

/** FHIR R4 CareTeam: each member but the patient, once a patient however many teams name them. */
export function careTeamOf(entry: Entry, reader: Reader): readonly Draft[] {
  const { resource } = entry
  if (codeAt(resource, 'status') === 'entered-in-error') throw new Unusable('entered-in-error')
  periodAt(resource, 'period', reader.context)
  const members = objectsAt(resource, 'participant').filter(each => !isPatient(each, reader)).map(each => ({
    entity: 'care_team_member' as const,
    name: nameAt(reader, resource, each, 'member'),
    role: codedOf(firstAt(each, 'role')).label,
    organization: nameAt(reader, resource, each, 'onBehalfOf'),
  })).filter(member => member.name !== 'unknown')
  if (members.length === 0) throw new Unusable('nobody-named')
  return members.map(member => ({ key: `care-team:${member.name}|${member.role}|${member.organization}`.slice(0, 480), content: member }))
}

function labelled(coded: ReturnType<typeof codedAt>): ReturnType<typeof codedAt> {
  if (coded.label === 'unknown') throw new Unusable('no-label', 'code')
  return coded
}

function onsetDay(resource: Json, reader: Reader): ReturnType<typeof dayAt> {
  const onset = dayAt(resource, 'onsetDateTime', reader.context)
  return onset === 'unknown' ? daysPeriodAt(resource, 'onsetPeriod', reader.context).start : onset
}

function medicationCode(resource: Json, reader: Reader): ReturnType<typeof codedAt> {
  const inside = codedAt(resource, 'medicationCodeableConcept')
  if (inside.label !== 'unknown') return inside
  const target = resolved(reader, resource, resource, 'medicationReference')
  const named = target === undefined ? 'unknown' : codedAt(target, 'code').label
  if (target !== undefined && named !== 'unknown') return codedAt(target, 'code')
  const display = lineAt(objectAt(resource, 'medicationReference'), 'display')
  if (display !== 'unknown') return { codeSystem: 'unknown', code: 'unknown', label: display }
  throw new Unusable('medicationReference' in resource ? 'reference-missing' : 'no-label', 'medicationReference')
}

const activityLabel = (activity: Json): string => codedAt(objectAt(activity, 'detail'), 'code').label

/** US Core puts the same category on every plan; the other one says what the plan is about. */
function planLabel(resource: Json): string {
  const title = lineAt(resource, 'title')
  const categories = objectsAt(resource, 'category')
  const telling = categories.find(each => !codesOfCategory(each).includes('assess-plan')) ?? categories[0]
  const label = title !== 'unknown' ? title : telling === undefined ? 'unknown' : codedOf(telling).label
  return label === 'unknown' ? 'Care plan' : label
}

const codesOfCategory = (category: Json): readonly string[] => objectsAt(category, 'coding').map(each => codeAt(each, 'code') ?? '')

function isPatient(participant: Json, reader: Reader): boolean {
  const reference = codeAt(objectAt(participant, 'member'), 'reference') ?? ''
  return /(^|\/)Patient\//.test(reference) || reader.entries.resolve(reference)?.type === 'Patient'
}
