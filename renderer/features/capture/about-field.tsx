import type { PatientHit } from '#shared/contract/search.ts'
import { call } from '#renderer/api/client.ts'
import { ComboField } from '#renderer/ui/combo-field.tsx'
import type { ComboOption } from '#renderer/ui/use-option-search.ts'
import type { CaptureAbout } from './capture-about.ts'

interface AboutFieldProps {
  readonly value: CaptureAbout | null
  readonly onChange: (about: CaptureAbout | null) => void
  readonly error?: string | undefined
  readonly required?: boolean
}

// One function for all drawings of the form: another one would search again, and each search is audited.
const search = async (text: string) => (await call('search.patients', { text })).flatMap(optionsOf)

/** Which patient, or which case of a patient, something is about: found as in Ctrl+K. */
export function AboutField({ value, onChange, error, required = false }: AboutFieldProps) {
  return (
    <ComboField<CaptureAbout>
      label={required ? 'About' : 'About (optional)'}
      value={value === null ? null : { id: value.caseId === 'none' ? value.patientId : value.caseId, label: value.label, data: value }}
      onChange={option => onChange(option?.data ?? null)}
      search={search}
      emptyText="Nobody by those words"
      error={error}
      required={required}
    />
  )
}

/** A patient's open cases first, because that is what one writes about; the patient below them. */
function optionsOf(hit: PatientHit): ComboOption<CaptureAbout>[] {
  const cases = hit.cases.filter(each => each.status !== 'closed').map(each => option(hit, each.caseId, each.reason === 'hidden' ? 'sensitive case' : each.reason))
  return [...cases, option(hit, 'none', cases.length === 0 ? '' : 'the patient, no case')]
}

function option(hit: PatientHit, caseId: CaptureAbout['caseId'], what: string): ComboOption<CaptureAbout> {
  const label = what === '' ? hit.name : `${hit.name}: ${what}`
  return { id: caseId === 'none' ? hit.patientId : caseId, label, ...(hit.mrn === 'unknown' ? {} : { hint: `MRN ${hit.mrn}` }), data: { patientId: hit.patientId, caseId, label } }
}
