import type { Json } from '../fhir/json.ts'
import type { Reason } from '../unusable.ts'
import type { TableKind } from './kinds.ts'

/** A cell by its header; empty when there is no such column. */
export type Cell = (header: string) => string

const SYSTEM = 'synthea-csv'

const encounterClasses: Readonly<Record<string, string>> = {
  inpatient: 'IMP', emergency: 'EMER', ambulatory: 'AMB', outpatient: 'AMB', wellness: 'AMB', urgentcare: 'AMB', virtual: 'VR', home: 'HH', snf: 'NONAC', hospice: 'NONAC',
}

/** What a row becomes before it goes the way of every FHIR resource; a reason when it becomes none. `payers` names payers by id. */
export function resourceOfRow(kind: TableKind, cell: Cell, id: string, payers: ReadonlyMap<string, string>): Json | Reason {
  switch (kind) {
    case 'patients': return patient(cell)
    case 'encounters': return encounter(cell)
    case 'conditions': return condition(cell, id)
    case 'procedures': return { resourceType: 'Procedure', id, status: 'completed', ...coded(cell), ...owned(cell), performedPeriod: period(cell) }
    case 'medications': return medication(cell, id)
    case 'allergies': return allergy(cell, id)
    case 'careplans': return carePlan(cell)
    case 'payer_transitions': return coverage(cell, id, payers)
    case 'claims': return claim(cell, payers)
    case 'payers': return 'nothing-refers'
    default: return { resourceType: kept[kind] ?? 'Basic', id, subject: { reference: `Patient/${cell('PATIENT') || cell('PATIENTID')}` } }
  }
}

/** Kinds of row that are not kept, under the name their resource has. */
const kept: Readonly<Partial<Record<TableKind, string>>> = {
  devices: 'Device', immunizations: 'Immunization', imaging_studies: 'ImagingStudy', supplies: 'SupplyDelivery', organizations: 'Organization', providers: 'Practitioner', claims_transactions: 'PaymentReconciliation',
}

function patient(cell: Cell): Json {
  const gender = { F: 'female', M: 'male' }[cell('GENDER')]
  return {
    resourceType: 'Patient', id: cell('ID'),
    identifier: [{ system: SYSTEM, value: cell('ID') }],
    name: [{ family: cell('LAST'), given: [cell('FIRST'), cell('MIDDLE')].filter(isThere), prefix: [cell('PREFIX')].filter(isThere), suffix: [cell('SUFFIX')].filter(isThere) }],
    ...(gender === undefined ? {} : { gender }),
    ...dated('birthDate', cell('BIRTHDATE')), ...dated('deceasedDateTime', cell('DEATHDATE')),
    address: [{ line: [cell('ADDRESS')].filter(isThere), ...dated('city', cell('CITY')), ...dated('state', cell('STATE')), ...dated('postalCode', cell('ZIP')) }],
  }
}

function encounter(cell: Cell): Json {
  const kind = cell('ENCOUNTERCLASS')
  return {
    resourceType: 'Encounter', id: cell('ID'), status: cell('STOP') === '' ? 'in-progress' : 'finished', class: { code: encounterClasses[kind] ?? kind }, subject: subject(cell), period: period(cell),
    type: [{ text: kind === 'snf' ? `Skilled nursing: ${cell('DESCRIPTION')}` : kind === 'hospice' ? `Hospice: ${cell('DESCRIPTION')}` : cell('DESCRIPTION') }],
    ...(cell('REASONDESCRIPTION') === '' ? {} : { reasonCode: [{ text: cell('REASONDESCRIPTION') }] }),
  }
}

function condition(cell: Cell, id: string): Json {
  const status = cell('STOP') === '' ? 'active' : 'resolved'
  return {
    resourceType: 'Condition', id, clinicalStatus: { coding: [{ code: status }] }, verificationStatus: { coding: [{ code: 'confirmed' }] }, ...coded(cell), ...owned(cell),
    ...dated('onsetDateTime', cell('START')), ...dated('abatementDateTime', cell('STOP')),
  }
}

function medication(cell: Cell, id: string): Json {
  const { code } = coded(cell, 'http://www.nlm.nih.gov/research/umls/rxnorm')
  return { resourceType: 'MedicationRequest', id, status: cell('STOP') === '' ? 'active' : 'stopped', intent: 'order', medicationCodeableConcept: code, ...owned(cell), ...dated('authoredOn', cell('START')) }
}

function allergy(cell: Cell, id: string): Json {
  const reactions = [cell('DESCRIPTION1'), cell('DESCRIPTION2')].filter(isThere)
  return {
    resourceType: 'AllergyIntolerance', id, clinicalStatus: { coding: [{ code: cell('STOP') === '' ? 'active' : 'resolved' }] }, ...coded(cell), patient: subject(cell), ...dated('recordedDate', cell('START')),
    ...(reactions.length === 0 ? {} : { reaction: [{ manifestation: reactions.map(text => ({ text })) }] }),
  }
}

function carePlan(cell: Cell): Json {
  return {
    resourceType: 'CarePlan', id: cell('ID'), status: cell('STOP') === '' ? 'active' : 'completed', intent: 'order', title: cell('DESCRIPTION'), ...owned(cell), period: period(cell),
    ...(cell('REASONDESCRIPTION') === '' ? {} : { activity: [{ detail: { code: { text: cell('REASONDESCRIPTION') } } }] }),
  }
}

function coverage(cell: Cell, id: string, payers: ReadonlyMap<string, string>): Json | Reason {
  const payer = payers.get(cell('PAYER'))
  if (payer === undefined) return 'payer-unnamed'
  return {
    resourceType: 'Coverage', id, status: 'active', beneficiary: subject(cell), payor: [{ display: payer }], ...dated('subscriberId', cell('MEMBERID')),
    period: { ...dated('start', cell('START_YEAR') || cell('START_DATE')), ...dated('end', cell('END_YEAR') || cell('END_DATE')) },
  }
}

function claim(cell: Cell, payers: ReadonlyMap<string, string>): Json | Reason {
  const payer = payers.get(cell('PRIMARYPATIENTINSURANCEID'))
  if (payer === undefined) return 'payer-unnamed'
  return {
    resourceType: 'Claim', id: cell('ID'), status: 'active', patient: { reference: `Patient/${cell('PATIENTID')}` }, insurance: [{ focal: true, coverage: { display: payer } }],
    billablePeriod: { ...dated('start', cell('SERVICEDATE')) },
  }
}

const subject = (cell: Cell): Json => ({ reference: `Patient/${cell('PATIENT')}` })
const period = (cell: Cell): Json => ({ ...dated('start', cell('START') || cell('DATE')), ...dated('end', cell('STOP')) })
const isThere = (text: string): boolean => text !== ''

function owned(cell: Cell): Json {
  return { subject: subject(cell), ...(cell('ENCOUNTER') === '' ? {} : { encounter: { reference: `Encounter/${cell('ENCOUNTER')}` } }) }
}

function coded(cell: Cell, system = 'http://snomed.info/sct'): { readonly code: Json } {
  return { code: { coding: [{ system: /^[A-Z]\d/.test(cell('CODE')) ? 'http://hl7.org/fhir/sid/icd-10-cm' : system, code: cell('CODE') }], text: cell('DESCRIPTION') } }
}

/** A member only where the cell says something. */
function dated(key: string, text: string): Json {
  return text === '' ? {} : { [key]: text }
}
