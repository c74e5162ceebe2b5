import { z } from 'zod'
import { CaseId, PatientId, StayId, TaskId } from '#shared/model/ids.ts'
import { Count, Day, Moment, Version, known } from '#shared/model/scalars.ts'
import { query } from './define.ts'

/** The day in working order: new admits, discharges today and tomorrow, deadlines, high risk, rounds. */
export const TodaySectionId = z.literal(['new-admits', 'discharges', 'deadlines', 'high-risk', 'rounds'])
export type TodaySectionId = z.output<typeof TodaySectionId>

/** The one thing to do next about a row; the page turns it into words and a target. */
export const NextAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open-case'), patientId: PatientId, stayId: z.union([z.literal('none'), StayId]) }),
  /** The patient is back while a case goes on; `choose`: there are several. */
  z.strictObject({ do: z.literal('add-to-case'), patientId: PatientId, stayId: StayId, caseId: z.union([z.literal('choose'), CaseId]) }),
  z.strictObject({ do: z.literal('confirm-discharge'), patientId: PatientId, stayId: StayId }),
  z.strictObject({ do: z.literal('confirm-death'), patientId: PatientId }),
  z.strictObject({ do: z.literal('do-task'), taskId: TaskId, version: Version, title: z.string(), dueOn: known(Day) }),
  z.strictObject({ do: z.literal('call-back'), taskId: TaskId, version: Version, title: z.string(), dueOn: known(Day) }),
  z.strictObject({ do: z.literal('set-edd'), caseId: CaseId }),
  z.strictObject({ do: z.literal('place-plan'), caseId: CaseId }),
  z.strictObject({ do: z.literal('reach-milestone'), caseId: CaseId, label: z.string(), on: known(Day) }),
  z.strictObject({ do: z.literal('review-edd'), caseId: CaseId, edd: Day }),
  z.strictObject({ do: z.literal('open'), caseId: CaseId }),
])
export type NextAction = z.output<typeof NextAction>

export const TodayRow = z.strictObject({
  key: z.string(),
  patientId: z.union([z.literal('none'), PatientId]),
  caseId: z.union([z.literal('none'), CaseId]),
  patientName: z.string(),
  unitBed: known(z.string()),
  /** The condition, or `hidden` for a sensitive case. */
  about: z.union([z.literal('hidden'), z.string()]),
  /** The day that puts the row here: arrival, EDD, due day. */
  on: known(Day),
  next: NextAction,
})
export type TodayRow = z.output<typeof TodayRow>

export const todayContract = {
  /** Mine, or my units' when nobody is assigned yet; at most 50 rows a section, with the count of the whole section. */
  'today.get': query({
    input: z.strictObject({ scope: z.literal(['mine', 'my-unit', 'all']) }),
    output: z.strictObject({
      today: Day,
      censusAsOf: known(Moment),
      sections: z.array(z.strictObject({ id: TodaySectionId, total: Count, rows: z.array(TodayRow) })),
    }),
    permission: 'worklists.read',
  }),
} as const
