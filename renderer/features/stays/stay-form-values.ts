import { z } from 'zod'
import { StayFields } from '#shared/contract/stays.ts'
import { isInstant, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { CaseId, UnitId } from '#shared/model/ids.ts'
import { Disposition, StayKind, StayStatus, type Stay } from '#shared/model/stay.ts'
import { DayEntry } from '#renderer/ui/day-entry.ts'
import { factOf, typedOf } from '#renderer/ui/typed-text.ts'
import { editedMoment, entryOf } from './moment-entry.ts'

const Kept = z.custom<Instant>(value => typeof value === 'string' && isInstant(value)).nullable()
const At = z.object({ day: DayEntry, time: z.string().nullable() })

/** The stay form as typed: an empty text is "not known". `caseId`: the case it belongs to. `key` tells rows apart while they are edited, `kept` is the stored moment of a row. */
export const StayForm = z.object({
  kind: StayKind, visitNumber: z.string(), facilityName: z.string(), reason: z.string(), attending: z.string(), disposition: Disposition.nullable(), caseId: CaseId.nullable(),
  statuses: z.array(z.object({ key: z.number(), status: StayStatus, at: At, kept: Kept })),
  moves: z.array(z.object({ key: z.number(), unitId: z.string().nullable(), unitName: z.string(), room: z.string(), bed: z.string(), at: At, kept: Kept })),
})
export type StayForm = z.output<typeof StayForm>

/** A stay that begins now in the hospital. */
export function newStayForm(now: Instant, zone: Zone, caseId: CaseId | null): StayForm {
  return {
    kind: 'hospital', visitNumber: '', facilityName: '', reason: '', attending: '', disposition: null, caseId, statuses: [{ key: 1, status: 'inpatient', at: entryOf(now, zone), kept: null }], moves: [],
  }
}

/** A stored stay to be corrected; `caseId` is a case it is to be added to, null where it stays as it is. */
export function formOfStay(stay: Stay, zone: Zone, caseId: CaseId | null): StayForm {
  return {
    kind: stay.kind, visitNumber: typedOf(stay.visitNumber), facilityName: typedOf(stay.facilityName), reason: typedOf(stay.reason), attending: typedOf(stay.attending),
    disposition: stay.disposition === 'unknown' ? null : stay.disposition, caseId: caseId ?? (stay.caseId === 'none' ? null : stay.caseId),
    statuses: stay.statusChanges.map((change, key) => ({ key, status: change.status, at: entryOf(change.from, zone), kept: change.from })),
    moves: stay.unitMoves.map((move, key) => ({
      key, unitId: move.unitId === 'unknown' ? null : move.unitId, unitName: typedOf(move.unitName), room: typedOf(move.room), bed: typedOf(move.bed), at: entryOf(move.from, zone), kept: move.from,
    })),
  }
}

export type FormProblems = Readonly<Record<string, string>>

/** The input of `stays.record` and `stays.correct`, or what is wrong, keyed as the core keys it without `fields.` (`statusChanges.0`). */
export function fieldsOfForm(form: StayForm, zone: Zone): { readonly fields: StayFields } | { readonly problems: FormProblems } {
  const problems: Record<string, string> = {}
  const statusChanges = form.statuses.map((row, index) => {
    const from = editedMoment(row.at, row.kept, zone)
    if (from === null) problems[`statusChanges.${index}`] = 'Give a day and a time.'
    return { status: row.status, from: from ?? '' }
  })
  const unitMoves = form.moves.map((row, index) => {
    const from = editedMoment(row.at, row.kept, zone)
    if (from === null) problems[`unitMoves.${index}`] = 'Give a day and a time.'
    const unitId = UnitId.safeParse(row.unitId)
    return { unitId: unitId.success ? unitId.data : 'unknown', unitName: factOf(row.unitName), room: factOf(row.room), bed: factOf(row.bed), from: from ?? '' }
  })
  if (Object.keys(problems).length > 0) return { problems }
  const parsed = StayFields.safeParse({
    kind: form.kind, visitNumber: factOf(form.visitNumber), facilityName: factOf(form.facilityName), reason: factOf(form.reason), attending: factOf(form.attending), disposition: form.disposition ?? 'unknown',
    statusChanges, unitMoves,
  })
  if (parsed.success) return { fields: parsed.data }
  return { problems: Object.fromEntries(parsed.error.issues.map(issue => [issue.path.slice(0, 2).join('.'), wordsFor(issue.path, issue.message)])) }
}

function wordsFor([field, row]: readonly PropertyKey[], message: string): string {
  if (field !== 'statusChanges' && field !== 'unitMoves') return 'Write this on one line, and shorter.'
  return row === undefined ? message : 'Unit, room and bed on one short line each, or remove the row.'
}

const labels: Readonly<Record<string, string>> = { kind: 'Kind', visitNumber: 'Visit number', facilityName: 'Facility, if elsewhere', reason: 'Reason', attending: 'Attending', disposition: 'Went to', statusChanges: 'Status', unitMoves: 'Unit and bed' }

/** The words of a field by the path the core uses, without `fields.`: `unitMoves.0` is "Unit and bed 1". */
export function stayFieldLabel(path: string): string {
  const [field = '', row] = path.split('.')
  return `${labels[field] ?? 'A field'}${row === undefined ? '' : ` ${Number(row) + 1}`}`
}
