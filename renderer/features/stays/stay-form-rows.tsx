import { Button } from '@fluentui/react-components'
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons'
import { stayStatusNames } from '#shared/domain/caseload/words.ts'
import { nextStatuses } from '#shared/domain/caseload/stay-order.ts'
import { StayStatus } from '#shared/model/stay.ts'
import { useFacilityFacts } from '#renderer/app/use-facility-facts.ts'
import { DateField } from '#renderer/ui/date-field.tsx'
import { useFacility } from '#renderer/ui/facility.tsx'
import { FormSection } from '#renderer/ui/form-layout.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { SelectField } from '#renderer/ui/select-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { TimeField } from '#renderer/ui/time-field.tsx'
import { entryOf, type MomentEntry } from './moment-entry.ts'
import type { FormProblems, StayForm } from './stay-form-values.ts'
import s from './stays.module.css'

interface RowsProps {
  readonly form: StayForm
  readonly onChange: (form: StayForm) => void
  readonly problems: FormProblems
}

const nextKey = (rows: readonly { readonly key: number }[]): number => Math.max(0, ...rows.map(row => row.key)) + 1

/** The statuses of a stay in their order; each offers what may follow the one before. */
export function StatusRows({ form, onChange, problems }: RowsProps) {
  const { now, zone } = useFacility()
  const put = (statuses: StayForm['statuses']) => onChange({ ...form, statuses })
  const last = form.statuses.at(-1)
  const following = nextStatuses(last?.status ?? null)
  const add = () => {
    const status = following[0]
    if (status !== undefined) put([...form.statuses, { key: nextKey(form.statuses), status, at: entryOf(now(), zone), kept: null }])
  }
  return (
    <FormSection title="Status" actions={following.length > 0 && <Button size="small" icon={<Add16Regular />} onClick={add}>Add status</Button>}>
      {form.statuses.map((row, index) => {
        const before = form.statuses[index - 1]
        const offered = StayStatus.values.has(row.status) ? [...new Set([row.status, ...nextStatuses(before?.status ?? null)])] : []
        const change = (patch: Partial<typeof row>) => put(form.statuses.map(each => (each.key === row.key ? { ...each, ...patch } : each)))
        return (
          <div className={s['row']} key={row.key} role="group" aria-label={`Status ${index + 1}`}>
            <SelectField label="Status" value={row.status} options={offered.map(status => ({ value: status, label: stayStatusNames[status] }))}
              onChange={value => { const status = StayStatus.safeParse(value); if (status.success) change({ status: status.data }) }} />
            <WhenFields at={row.at} onChange={at => change({ at })} />
            <span className={s['remove']}>
              {form.statuses.length > 1 && <IconButton label={`Remove status ${index + 1}`} icon={<Delete16Regular />} onClick={() => put(form.statuses.filter(each => each.key !== row.key))} />}
            </span>
            <RowError problem={problems[`fields.statusChanges.${index}`]} />
          </div>
        )
      })}
    </FormSection>
  )
}

/** Where the patient lay, in order of time. */
export function MoveRows({ form, onChange, problems }: RowsProps) {
  const { units } = useFacilityFacts()
  const { zone, now } = useFacility()
  const put = (moves: StayForm['moves']) => onChange({ ...form, moves })
  const add = () => {
    const at = form.moves.length === 0 ? (form.statuses[0]?.at ?? entryOf(now(), zone)) : entryOf(now(), zone)
    put([...form.moves, { key: nextKey(form.moves), unitId: null, unitName: '', room: '', bed: '', at, kept: null }])
  }
  return (
    <FormSection title="Unit and bed" actions={<Button size="small" icon={<Add16Regular />} onClick={add}>Add move</Button>}>
      {form.moves.length === 0 && <p className={s['none']}>Not known. Add a move to say where the patient lies.</p>}
      {form.moves.map((row, index) => {
        const change = (patch: Partial<typeof row>) => put(form.moves.map(each => (each.key === row.key ? { ...each, ...patch } : each)))
        const offered = units.filter(unit => !unit.removed || unit.unitId === row.unitId).map(unit => ({ value: unit.unitId, label: unit.name }))
        const elsewhere = row.unitId === null && row.unitName !== ''
        return (
          <div className={s['moveRow']} key={row.key} role="group" aria-label={`Move ${index + 1}`}>
            <SelectField label="Unit" value={elsewhere ? 'elsewhere' : (row.unitId ?? 'unknown')}
              options={[{ value: 'unknown', label: 'Not known' }, ...offered, ...(elsewhere ? [{ value: 'elsewhere', label: row.unitName }] : [])]}
              onChange={value => { if (value !== 'elsewhere') change({ unitId: value === 'unknown' ? null : value, unitName: '' }) }} />
            <TextField label="Room" value={row.room} onChange={room => change({ room })} num />
            <TextField label="Bed" value={row.bed} onChange={bed => change({ bed })} num />
            <WhenFields at={row.at} onChange={at => change({ at })} />
            <span className={s['remove']}><IconButton label={`Remove move ${index + 1}`} icon={<Delete16Regular />} onClick={() => put(form.moves.filter(each => each.key !== row.key))} /></span>
            <RowError problem={problems[`fields.unitMoves.${index}`]} />
          </div>
        )
      })}
    </FormSection>
  )
}

function WhenFields({ at, onChange }: { readonly at: MomentEntry; readonly onChange: (at: MomentEntry) => void }) {
  return (
    <>
      <DateField label="From" value={at.day} onChange={day => onChange({ ...at, day })} past />
      <TimeField label="At" value={at.time} onChange={time => onChange({ ...at, time })} />
    </>
  )
}

function RowError({ problem }: { readonly problem: string | undefined }) {
  return problem === undefined ? null : <p role="alert" className={s['rowError']}>{problem}</p>
}
