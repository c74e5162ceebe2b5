import { z } from 'zod'
import { CaseId, PatientId, PersonId, StayId, TaskId, TimelineEntryId } from '#shared/model/ids.ts'

/** The form that stands open on a case: part of the place, so that a lock and the resume list lead back into it. */
export const OpenOnCase = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('add-plan') }),
  z.strictObject({ form: z.literal('edd') }),
  z.strictObject({ form: z.literal('entry'), entryId: TimelineEntryId }),
  z.strictObject({ form: z.literal('replan'), entryId: TimelineEntryId, days: z.int() }),
])
export type OpenOnCase = z.output<typeof OpenOnCase>

/** Which tasks are listed, and the one whose form is open. */
export const TaskList = z.strictObject({ whose: z.literal(['mine', 'nobodys', 'all']), status: z.literal(['open', 'done', 'dropped']), opened: TaskId.optional() })
export type TaskList = z.output<typeof TaskList>

/**
 * Where a person can be. A place holds ids and choices, never a patient's text: it is kept across a lock and stands beside drafts.
 * One line a screen; `renderer/app/screens.tsx` says what each shows.
 */
export const Route = z.discriminatedUnion('screen', [
  z.strictObject({ screen: z.literal('audit'), patientId: PatientId.optional() }),
  z.strictObject({ screen: z.literal('backup') }),
  z.strictObject({ screen: z.literal('case'), caseId: CaseId, open: OpenOnCase.optional() }),
  z.strictObject({ screen: z.literal('case-edit'), caseId: CaseId }),
  z.strictObject({ screen: z.literal('case-open'), patientId: PatientId, stayId: StayId.optional(), opened: CaseId.optional() }),
  z.strictObject({ screen: z.literal('caseload') }),
  z.strictObject({ screen: z.literal('duplicates') }),
  z.strictObject({ screen: z.literal('facility') }),
  z.strictObject({ screen: z.literal('imports'), tab: z.string().optional() }),
  z.strictObject({ screen: z.literal('patient'), patientId: PatientId }),
  z.strictObject({ screen: z.literal('patient-edit'), patientId: PatientId }),
  z.strictObject({ screen: z.literal('patient-new') }),
  z.strictObject({ screen: z.literal('people'), person: z.union([z.literal('new'), PersonId]).optional() }),
  z.strictObject({ screen: z.literal('print-list') }),
  z.strictObject({ screen: z.literal('print-timeline'), caseId: CaseId, paper: z.literal(['chart', 'patient']) }),
  z.strictObject({ screen: z.literal('reference') }),
  z.strictObject({ screen: z.literal('settings') }),
  z.strictObject({ screen: z.literal('stay-edit'), patientId: PatientId, stayId: StayId.optional(), caseId: CaseId.optional() }),
  z.strictObject({ screen: z.literal('today'), tasks: TaskList.optional() }),
  z.strictObject({ screen: z.literal('workstation') }),
])
export type Route = z.output<typeof Route>
export type ScreenName = Route['screen']
export type RouteOf<S extends ScreenName> = Extract<Route, { screen: S }>

/** A small form that opens over any screen: the one-line captures. */
export const Overlay = z.discriminatedUnion('overlay', [
  z.strictObject({ overlay: z.literal('contact'), patientId: PatientId.optional(), caseId: CaseId.optional() }),
  z.strictObject({ overlay: z.literal('note'), patientId: PatientId.optional(), caseId: CaseId.optional() }),
  z.strictObject({ overlay: z.literal('task'), patientId: PatientId.optional(), caseId: CaseId.optional() }),
])
export type Overlay = z.output<typeof Overlay>
export type OverlayName = Overlay['overlay']
export type OverlayOf<O extends OverlayName> = Extract<Overlay, { overlay: O }>

/** A screen and what is open over it: what a draft remembers. */
const Place = z.strictObject({ route: Route, overlay: Overlay.nullable() })
export type Place = z.output<typeof Place>

export const writePlace = (place: Place): string => JSON.stringify(place)

/** The place a draft wrote down; `null` when it no longer exists in this version of the program. */
export function readPlace(text: string): Place | null {
  try {
    const place = Place.safeParse(JSON.parse(text))
    return place.success ? place.data : null
  } catch {
    return null
  }
}
