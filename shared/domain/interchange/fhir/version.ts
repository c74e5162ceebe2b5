import { type Json, codeAt, isJson } from './json.ts'
import type { Entry } from './entries.ts'

export type FhirVersion = 'DSTU2' | 'STU3' | 'R5'

/** Resources that only the named version has. */
const telltaleTypes: Readonly<Record<string, FhirVersion>> = {
  MedicationOrder: 'DSTU2', DiagnosticOrder: 'DSTU2', DeviceUseRequest: 'DSTU2', ReferralRequest: 'STU3', ProcedureRequest: 'STU3', Sequence: 'STU3', DataElement: 'STU3',
  EligibilityRequest: 'STU3', EligibilityResponse: 'STU3', ImagingManifest: 'STU3', BodySite: 'STU3',
}

/**
 * Another version than R4, told by what only that version writes; `null` when nothing speaks against R4.
 *
 * A bundle does not name its version, so members that changed their shape between versions have to tell.
 */
export function otherVersion(entries: readonly Entry[]): FhirVersion | null {
  for (const { type, resource } of entries) {
    const version = telltaleTypes[type] ?? byProfile(resource) ?? byShape(type, resource)
    if (version !== null) return version
  }
  return null
}

function byProfile(resource: Json): FhirVersion | null {
  const meta = resource['meta']
  const profiles = isJson(meta) && Array.isArray(meta['profile']) ? meta['profile'] : []
  if (profiles.some(each => typeof each === 'string' && each.includes('/DSTU2/'))) return 'DSTU2'
  return profiles.some(each => typeof each === 'string' && each.includes('/STU3/')) ? 'STU3' : null
}

function byShape(type: string, resource: Json): FhirVersion | null {
  switch (type) {
    case 'Patient':
      return 'careProvider' in resource ? 'DSTU2' : 'animal' in resource ? 'STU3' : null
    case 'Encounter':
      if (typeof resource['class'] === 'string') return 'DSTU2'
      return Array.isArray(resource['class']) || 'actualPeriod' in resource ? 'R5' : null
    case 'Condition':
    case 'AllergyIntolerance':
      return typeof resource['clinicalStatus'] === 'string' || typeof resource['verificationStatus'] === 'string' ? olderBy(type, resource) : null
    case 'Procedure':
      return 'notPerformed' in resource ? 'DSTU2' : 'notDone' in resource || 'context' in resource ? 'STU3' : null
    case 'MedicationRequest':
      return 'context' in resource ? 'STU3' : isJson(resource['medication']) ? 'R5' : null
    case 'Observation':
      return codeAt(resource, 'comments') !== undefined ? 'DSTU2' : codeAt(resource, 'comment') !== undefined || 'context' in resource ? 'STU3' : null
    case 'CarePlan':
      return 'context' in resource || 'definition' in resource ? 'STU3' : null
    default:
      return null
  }
}

/** Both older versions write the status as a bare code; DSTU2 called the subject of a condition `patient`, STU3 renamed an allergy's `substance` away. */
function olderBy(type: string, resource: Json): FhirVersion {
  return (type === 'Condition' && 'patient' in resource) || (type === 'AllergyIntolerance' && 'substance' in resource) ? 'DSTU2' : 'STU3'
}
