import type { PlainDate } from '#shared/kernel/plain-date.ts'
import type { Destination } from '#shared/model/case.ts'
import type { PayerKind } from '#shared/model/patient.ts'
import type { ExpectedStay } from '#shared/model/recovery.ts'

/** One diagnosis of the patient as the store has it. `inStay`: recorded in a stay of this case. */
export interface DiagnosisFact {
  readonly label: string
  readonly codeSystem: string | 'unknown'
  readonly code: string | 'unknown'
  readonly clinicalStatus: string
  readonly verification: string
  readonly isHistory: boolean
  readonly inStay: boolean
  readonly onsetOn: PlainDate | 'unknown'
  readonly abatedOn: PlainDate | 'unknown'
}

/** One procedure of the patient. `inStay`: done in a stay of this case, by link or by its day. */
export interface ProcedureFact {
  readonly label: string
  readonly codeSystem: string | 'unknown'
  readonly code: string | 'unknown'
  readonly status: string
  readonly inStay: boolean
  readonly performedOn: PlainDate | 'unknown'
}

/** What the rules of this area need to know of a case; nothing else reaches them. */
export interface CaseFacts {
  readonly reason: string
  readonly drgCode: 'not-assigned' | string
  readonly openedOn: PlainDate
  readonly admittedOn: PlainDate | 'unknown'
  readonly inpatientFrom: PlainDate | 'unknown'
  readonly dischargedOn: PlainDate | 'not-discharged'
  readonly edd: PlainDate | 'unknown'
  readonly destination: Destination | 'unknown'
  /** `not-hospital`: no hospital stay belongs to the case. */
  readonly stayClass: 'inpatient' | 'not-inpatient' | 'unknown'
  readonly payers: readonly PayerKind[]
  /** Names of the drugs on the list, lower case; `unknown` when no list came with the patient. */
  readonly drugs: readonly string[] | 'unknown'
  readonly diagnoses: readonly DiagnosisFact[]
  readonly procedures: readonly ProcedureFact[]
  readonly expectedStay: ExpectedStay
}
