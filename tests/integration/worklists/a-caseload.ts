import type { CaseId, PatientId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { CaseFields } from '#shared/model/case.ts'
import type { Caller, TestCore } from '#tests/support/core.ts'
import { aCase } from '#tests/builders/a-case.ts'
import { aPatient } from '#tests/builders/a-patient.ts'
import { plainDate, type PlainDate } from '#shared/kernel/plain-date.ts'

export interface OnTheList {
  readonly patientId: PatientId
  readonly caseId: CaseId
}

interface Person {
  readonly familyName: string
  readonly givenNames?: string
  readonly mrn?: string
  readonly birthDate?: PlainDate
  readonly unitId?: UnitId
  readonly caseManagerId?: PersonId | 'unassigned'
  readonly fields?: Partial<CaseFields>
  readonly openedOn?: PlainDate
}

/** A patient with an open case, through the operations a nurse uses. */
export async function onTheList(core: TestCore, caller: Caller, person: Person): Promise<OnTheList> {
  const { patientId } = await caller.call('patients.create', {
    fields: aPatient({ familyName: person.familyName, givenNames: person.givenNames ?? 'Test', mrn: person.mrn ?? 'unknown', birthDate: person.birthDate ?? 'unknown' }),
    keepApartFrom: [],
  })
  const { caseId } = await caller.call('cases.open', {
    patientId,
    fields: aCase({ unitId: person.unitId ?? core.units.medical, caseManagerId: person.caseManagerId ?? core.people['case-manager'], ...person.fields }),
    openedOn: person.openedOn ?? plainDate('2026-11-20'),
    stayId: 'none',
  })
  return { patientId, caseId }
}
