import { PatientFields } from '#shared/model/patient.ts'
import type { Patient } from '#shared/model/patient.ts'

export type FieldName = keyof PatientFields
const names = PatientFields.keyof().options

/** The fields of a patient alone, without id, version and death. */
export function fieldsOf(patient: Patient): PatientFields {
  const { id: _id, version: _version, vital: _vital, mergedInto: _mergedInto, ...fields } = patient
  return fields
}

/** Names of the fields that differ. */
export function changedFields(before: PatientFields, after: PatientFields): readonly FieldName[] {
  return names.filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}

/** Names of the fields that say something. */
export function filledFields(fields: PatientFields): readonly FieldName[] {
  return names.filter(name => {
    const value = fields[name]
    return Array.isArray(value) ? value.length > 0 : value !== 'unknown'
  })
}
