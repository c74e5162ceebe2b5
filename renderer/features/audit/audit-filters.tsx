import { useQuery } from '@tanstack/react-query'
import { Button } from '@fluentui/react-components'
import type { AuditFilter } from '#shared/contract/audit.ts'
import type { PlainDate } from '#shared/kernel/plain-date.ts'
import { PatientId, PersonId } from '#shared/model/ids.ts'
import { call } from '#renderer/api/client.ts'
import { useColleagues } from '#renderer/app/use-facility-facts.ts'
import { ComboField, type ComboOption } from '#renderer/ui/combo-field.tsx'
import { DateField } from '#renderer/ui/date-field.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { actionWords } from './action-words.ts'
import s from './audit.module.css'
import { auditQueries } from './audit-queries.ts'

/** The filter with the words to show for a chosen patient. */
export interface Chosen {
  readonly filter: AuditFilter
  readonly patientName: string
}

interface Props {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
}

const EVERYONE = 'everyone'

/** Person, patient, what, and the days between. */
export function AuditFilters({ chosen, onChange }: Props) {
  const { filter, patientName } = chosen
  const colleagues = useColleagues()
  const actions = useQuery(auditQueries.actions)
  const set = (change: { [K in keyof AuditFilter]?: AuditFilter[K] | undefined }, name = patientName): void => onChange({ filter: withoutUndefined({ ...filter, ...change }), patientName: name })
  return (
    <div className={s['filters']} role="search" aria-label="Filter the history">
      <SelectField
        label="Person" width={190} value={filter.personId ?? EVERYONE}
        options={[{ value: EVERYONE, label: 'Everyone' }, ...colleagues.map(({ personId, name }) => ({ value: personId, label: name }))]}
        onChange={value => set({ personId: PersonId.safeParse(value).data })}
      />
      <ComboField
        label="Patient" width={230} placeholder="Any: type a name or MRN" search={searchPatients}
        value={filter.patientId === undefined ? null : { id: filter.patientId, label: patientName, data: patientName }}
        onChange={option => set({ patientId: PatientId.safeParse(option?.id).data }, option?.data ?? '')}
      />
      <SelectField
        label="What" width={200} value={filter.action ?? EVERYONE}
        options={[{ value: EVERYONE, label: 'Everything' }, ...(actions.data ?? []).map(action => ({ value: action, label: actionWords(action) }))]}
        onChange={value => set({ action: value === EVERYONE ? undefined : (value ?? undefined) })}
      />
      <DateField label="From" width={150} value={filter.from ?? null} onChange={value => set({ from: dayOf(value) })} />
      <DateField label="To" width={150} value={filter.to ?? null} onChange={value => set({ to: dayOf(value) })} />
      <Button size="small" onClick={() => onChange({ filter: {}, patientName: '' })} disabledFocusable={Object.keys(filter).length === 0}>Clear</Button>
    </div>
  )
}

async function searchPatients(text: string): Promise<ComboOption<string>[]> {
  const hits = await call('search.patients', { text })
  return hits.map(({ patientId, name, mrn }) => ({ id: patientId, label: name, data: name, ...(mrn !== 'unknown' && { hint: `MRN ${mrn}` }) }))
}

// A half-typed day filters nothing yet.
const dayOf = (value: PlainDate | 'unknown' | 'invalid' | null): PlainDate | undefined => (value === null || value === 'unknown' || value === 'invalid' ? undefined : value)

function withoutUndefined(filter: { readonly [K in keyof AuditFilter]: AuditFilter[K] | undefined }): AuditFilter {
  const { personId, patientId, action, from, to } = filter
  return {
    ...(personId !== undefined && { personId }), ...(patientId !== undefined && { patientId }), ...(action !== undefined && { action }),
    ...(from !== undefined && { from }), ...(to !== undefined && { to }),
  }
}
