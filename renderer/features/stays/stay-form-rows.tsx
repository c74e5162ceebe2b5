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
import type { FormProblemsShown } from '#renderer/ui/use-form-problems.ts'
import { entryOf, type MomentEntry } from './moment-entry.ts'
import type { StayForm } from './stay-form-values.ts'
import s from './stays.module.css'

interface RowsProps {
  readonly form: StayForm
  readonly onChange: (form: StayForm) => void
  readonly at: FormProblemsShown['at']
}

const nextKey = (rows: readonly { readonly key: number }[]): number => Math.max(0, ...rows.map(row => row.key)) + 1

/** The statuses of a stay in their order; each offers what may follow the one before. */
export function StatusRows({ form, onChange, at }: RowsProps) {
  const { now, zone } = useFacility()
  const put = (statuses: StayForm['statuses']) => onChange({ ...form, statuses })
  const last = form.statuses.at(-1)
  const following = nextStatuses(last?.status ?? null)
  const add = () => {
    const status = following[0]
    if (status !== undefined) put([...form.statuses, { key: nextKey(form.statuses), status, at: entryOf(now(), zone), kept: null }])
  }
  return (
    <FormSection level={2} title="Status" actions={following.length > 0 && <Button size="small" icon={<Add16Regular />} onClick={add}>Add status</Button>}>
      {form.statuses.map((row, index) => {
        const before = form.statuses[index - 1]
        const offered = StayStatus.values.has(row.status) ? [...new Set([row.status, ...nextStatuses(before?.status ?? null)])] : []
        const change = (patch: Partial<typeof row>) => put(form.statuses.map(each => (each.key === row.key ? { ...each, ...patch } : each)))
        return (
          <div className={s['row']} key={row.key} role="group" aria-label={`Status ${index + 1}`}>
            <SelectField label="Status" value={row.status} options={offered.map(status => ({ value: status, label: stayStatusNames[status] }))}
              onChange={value => { const status = StayStatus.safeParse(value); if (status.success) change({ status: status.data }) }} />
            <WhenFields name={at(`statusChanges.${index}`).name} when={row.at} onChange={when => change({ at: when })} />
            <span className={s['remove']}>
              {form.statuses.length > 1 && <IconButton label={`Remove status ${index + 1}`} icon={<Delete16Regular />} onClick={() => put(form.statuses.filter(each => each.key !== row.key))} />}
            </span>
            <RowError problem={at(`statusChanges.${index}`).error} />
          </div>
        )
      })}
    </FormSection>
  )
}

/** Where the patient lay, in order of time. */
export function MoveRows({ form, onChange, at }: RowsProps) {
  const { units } = useFacilityFacts()
  const { zone, now } = useFacility()
  const put = (moves: StayForm['moves']) => onChange({ ...form, moves })
  const add = () => {
    const from = form.moves.length === 0 ? (form.statuses[0]?.at ?? entryOf(now(), zone)) : entryOf(now(), zone)
    put([...form.moves, { key: nextKey(form.moves), unitId: null, unitName: '', room: '', bed: '', at: from, kept: null }])
  }
  return (
    <FormSection level={2} title="Unit and bed" actions={<Button size="small" icon={<Add16Regular />} onClick={add}>Add move</Button>}>
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
            <WhenFields name={at(`unitMoves.${index}`).name} when={row.at} onChange={when => change({ at: when })} />
            <span className={s['remove']}><IconButton label={`Remove move ${index + 1}`} icon={<Delete16Regular />} onClick={() => put(form.moves.filter(each => each.key !== row.key))} /></span>
            <RowError problem={at(`unitMoves.${index}`).error} />
          </div>
        )
      })}
    </FormSection>
  )
}

function WhenFields({ name, when, onChange }: { readonly name: string; readonly when: MomentEntry; readonly onChange: (when: MomentEntry) => void }) {
  return (
    <>
      <DateField label="From" name={name} value={when.day} onChange={day => onChange({ ...when, day })} past />
      <TimeField label="At" value={when.time} onChange={time => onChange({ ...when, time })} />
    </>
  )
}

function RowError({ problem }: { readonly problem: string | undefined }) {
  return problem === undefined ? null : <p role="alert" className={s['rowError']}>{problem}</p>
}
