import { z } from 'zod'
import { CaseFields, Destination, Program, Risk, Sensitivity, type Case } from '#shared/model/case.ts'
import type { NumberEntry } from '#renderer/ui/number-field.tsx'
import { DayEntry } from '#renderer/ui/day-entry.ts'

const Typed = z.custom<NumberEntry>(value => value === null || value === 'unknown' || value === 'invalid' || typeof value === 'number')

/** The case form as typed. `openedOn` and `edd` are asked when a case is opened only. */
export const CaseForm = z.object({
  reason: z.string(), program: Program, unitId: z.string().nullable(), caseManagerId: z.string().nullable(), drg: z.object({ code: z.string(), label: z.string() }).nullable(), goalLosDays: Typed, risk: Risk,
  sensitivity: Sensitivity, destination: Destination.nullable(), openedOn: DayEntry, edd: DayEntry, stayId: z.string().nullable(),
})
export type CaseForm = z.output<typeof CaseForm>

export function formOfCase(found: Case, drgLabel: string): CaseForm {
  return {
    reason: found.reason, program: found.program, unitId: found.unitId === 'unknown' ? null : found.unitId, caseManagerId: found.caseManagerId === 'unassigned' ? null : found.caseManagerId,
    drg: found.drgCode === 'not-assigned' ? null : { code: found.drgCode, label: drgLabel }, goalLosDays: found.goalLosDays === 'none' ? null : found.goalLosDays, risk: found.risk, sensitivity: found.sensitivity,
    destination: found.destination === 'unknown' ? null : found.destination, openedOn: found.openedOn, edd: found.edd === 'unknown' ? null : found.edd, stayId: null,
  }
}

export type FormProblems = Readonly<Record<string, string>>

/** What the core gets as `fields`, or what is wrong. */
export function fieldsOfCaseForm(form: CaseForm): { readonly fields: CaseFields } | { readonly problems: FormProblems } {
  const parsed = CaseFields.safeParse({
    reason: form.reason, program: form.program, unitId: form.unitId ?? 'unknown', caseManagerId: form.caseManagerId ?? 'unassigned', drgCode: form.drg?.code ?? 'not-assigned', goalLosDays: form.goalLosDays ?? 'none',
    risk: form.risk, sensitivity: form.sensitivity, destination: form.destination ?? 'unknown',
  })
  if (parsed.success) return { fields: parsed.data }
  return { problems: Object.fromEntries(parsed.error.issues.map(issue => [String(issue.path[0] ?? ''), wordsFor(issue.path[0])])) }
}

function wordsFor(field: PropertyKey | undefined): string {
  if (field === 'reason') return 'Say in one line why this case is opened.'
  if (field === 'goalLosDays') return 'Days from 0.1 to 400.'
  return 'Choose one of the list.'
}
