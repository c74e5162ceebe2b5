import type { CaseView, PatientBanner } from '#shared/contract/cases.ts'
import type { StayView } from '#shared/contract/stays.ts'
import { caseActions } from '#shared/domain/caseload/case-life.ts'
import { expectedLos, losProgress } from '#shared/domain/utilization/expected-los.ts'
import { stayFigures } from '#shared/domain/utilization/stay-figures.ts'
import { plainDateOf } from '#shared/kernel/instant.ts'
import { ageInYears, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { Case } from '#shared/model/case.ts'
import type { CaseId } from '#shared/model/ids.ts'
import type { Patient } from '#shared/model/patient.ts'
import { mayDo } from '#shared/model/permission.ts'
import type { Stay } from '#shared/model/stay.ts'
import type { ReadDb } from '#electron/store/db.ts'
import { caseEvents } from '#electron/store/queries/cases/case-events.ts'
import { findCase, namesOfCase } from '#electron/store/queries/cases/find-case.ts'
import { findPatient } from '#electron/store/queries/patients/find-patient.ts'
import { findStayOfCase } from '#electron/store/queries/stays/find-stay.ts'
import type { Deps, RequestContext } from '#electron/services/deps.ts'
import { notFound } from '../refusals.ts'
import { drgOn } from '../reference/drg-lookup.ts'

/** Everything the case page shows, as of the moment of the request. */
export function viewCase(db: ReadDb, { resources }: Pick<Deps, 'resources'>, context: RequestContext, caseId: CaseId): CaseView {
  const found = findCase(db, caseId)
  const patient = found === null ? null : findPatient(db, found.patientId)
  if (found === null || patient === null) throw notFound('case')
  const stay = findStayOfCase(db, caseId)
  const view = stay === null ? null : viewStay(stay, context)
  const drg = found.drgCode === 'not-assigned' ? 'not-assigned' : drgOn(db, resources, found.drgCode, dischargeDay(found, stay, context))
  return {
    case: found, patient: bannerOf(patient, context.today), stay: view ?? 'none',
    los: losProgress(view?.figures ?? { inpatientMidnights: 'none' }, stay !== null && stay.endedAt !== 'ongoing', expectedLos(found.goalLosDays, drg)),
    drg, ...namesOfCase(db, caseId, stay?.id ?? 'none', context.today), history: caseEvents(db, caseId), actions: mayDo(context.role, 'cases.write') ? [...caseActions(found.status)] : [],
  }
}

/** A stay with what follows from it by now. */
export function viewStay(stay: Stay, { at, zone }: Pick<RequestContext, 'at' | 'zone'>): StayView {
  return { stay, figures: stayFigures(stay, at, zone) }
}

/** The day that picks the DRG table: the discharge, else the day the case was closed, else today. */
export function dischargeDay(found: Pick<Case, 'closedOn'>, stay: Stay | null, { today, zone }: Pick<RequestContext, 'today' | 'zone'>): PlainDate {
  if (stay !== null && stay.endedAt !== 'ongoing') return plainDateOf(stay.endedAt, zone)
  return found.closedOn === 'open' ? today : found.closedOn
}

function bannerOf(patient: Patient, today: PlainDate): PatientBanner {
  const until = patient.vital.state === 'died' && patient.vital.on !== 'unknown' ? patient.vital.on : today
  return {
    patientId: patient.id, version: patient.version, familyName: patient.familyName, givenNames: patient.givenNames, suffix: patient.suffix, mrn: patient.mrn, sex: patient.sex, birthDate: patient.birthDate,
    ageYears: patient.birthDate === 'unknown' ? 'unknown' : Math.max(0, ageInYears(patient.birthDate, until)), language: patient.language, interpreterNeeded: patient.interpreterNeeded, vital: patient.vital,
  }
}
