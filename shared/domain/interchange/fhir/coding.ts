import { ownValue } from '../own-value.ts'
import { type Json, codeAt, lineAt, objectAt, objectsAt } from './json.ts'

export interface Coded {
  readonly codeSystem: string
  readonly code: string
  readonly label: string
}

/** Short names of the code systems a nurse meets; any other keeps its address. */
const systems: Readonly<Record<string, string>> = {
  'http://snomed.info/sct': 'SNOMED CT',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10-CM',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://www.cms.gov/Medicare/Coding/ICD10': 'ICD-10-PCS',
  'http://loinc.org': 'LOINC',
  'http://www.nlm.nih.gov/research/umls/rxnorm': 'RxNorm',
  'http://www.ama-assn.org/go/cpt': 'CPT',
  'http://hl7.org/fhir/sid/cvx': 'CVX',
  'urn:oid:2.16.840.1.113883.6.96': 'SNOMED CT',
  'urn:oid:2.16.840.1.113883.6.90': 'ICD-10-CM',
}

/** The first coding with a code, and the text; the label is the text, else the display, else the code. `'unknown'` where there is none. */
export function codedAt(node: Json, key: string): Coded {
  return codedOf(objectAt(node, key))
}

export function codedOf(concept: Json): Coded {
  const coding = objectsAt(concept, 'coding').find(each => codeAt(each, 'code') !== undefined) ?? {}
  const code = lineAt(coding, 'code')
  const system = lineAt(coding, 'system')
  const text = lineAt(concept, 'text')
  const display = lineAt(coding, 'display')
  return { codeSystem: ownValue(systems, system) ?? system, code, label: text !== 'unknown' ? text : display !== 'unknown' ? display : code }
}

/** The codes of a concept, whatever their system: statuses are told apart by code alone. */
export function codesAt(node: Json, key: string): readonly string[] {
  return codesOf(objectAt(node, key))
}

export function codesOf(concept: Json): readonly string[] {
  return objectsAt(concept, 'coding').map(coding => codeAt(coding, 'code')).filter(code => code !== undefined)
}
