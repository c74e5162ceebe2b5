import type { CaseStatus, CloseReason, Destination, Program, Risk, Sensitivity } from '#shared/model/case.ts'
import type { CaseEventKind } from '#shared/model/case-event.ts'
import type { PayerKind, Sex } from '#shared/model/patient.ts'
import type { Disposition, StayKind, StayStatus } from '#shared/model/stay.ts'

// The words for codes, one place for screen, paper, export and history.

export const caseStatusNames: Readonly<Record<CaseStatus, string>> = { open: 'Open', 'on-hold': 'On hold', closed: 'Closed' }

export const programNames: Readonly<Record<Program, string>> = {
  hospital: 'Hospital', transition: 'Transition of care', 'complex-care': 'Complex care', 'behavioral-health': 'Behavioral health', maternity: 'Maternity', 'workers-comp': "Workers' compensation",
  outpatient: 'Outpatient', palliative: 'Palliative', other: 'Other',
}

export const riskNames: Readonly<Record<Risk, string>> = { high: 'High', moderate: 'Moderate', low: 'Low', unknown: 'Not known' }

export const sensitivityNames: Readonly<Record<Sensitivity, string>> = { none: 'Not sensitive', 'substance-use': 'Substance use', psychiatric: 'Psychiatric', violence: 'Violence' }

export const destinationNames: Readonly<Record<Destination, string>> = {
  home: 'Home', 'home-health': 'Home with home health', snf: 'Skilled nursing facility', irf: 'Inpatient rehabilitation', ltach: 'Long-term acute care', hospice: 'Hospice', other: 'Other',
}

export const closeReasonNames: Readonly<Record<CloseReason, string>> = {
  'goals-met': 'Goals met', discharged: 'Discharged', transferred: 'Transferred', declined: 'Declined case management', 'lost-contact': 'Lost contact', died: 'Died', 'coverage-ended': 'Coverage ended', other: 'Other',
}

export const caseEventNames: Readonly<Record<CaseEventKind, string>> = {
  opened: 'Opened', edited: 'Edited', reassigned: 'Reassigned', held: 'Put on hold', resumed: 'Resumed', closed: 'Closed', reopened: 'Reopened',
}

export const stayKindNames: Readonly<Record<StayKind, string>> = {
  hospital: 'Hospital', emergency: 'Emergency visit', snf: 'Skilled nursing facility', irf: 'Inpatient rehabilitation', 'home-health': 'Home health', hospice: 'Hospice', outpatient: 'Outpatient', other: 'Other',
}

export const stayStatusNames: Readonly<Record<StayStatus, string>> = {
  planned: 'Planned', emergency: 'Emergency', observation: 'Observation', inpatient: 'Inpatient', outpatient: 'Outpatient', 'in-care': 'In care', discharged: 'Discharged', cancelled: 'Cancelled',
}

export const dispositionNames: Readonly<Record<Disposition, string>> = {
  home: 'Home', 'home-health': 'Home with home health', snf: 'Skilled nursing facility', irf: 'Inpatient rehabilitation', ltach: 'Long-term acute care', hospice: 'Hospice', 'other-hospital': 'Other hospital',
  'against-advice': 'Left against medical advice', died: 'Died', other: 'Other',
}

export const payerKindNames: Readonly<Record<PayerKind, string>> = {
  medicare: 'Medicare', 'medicare-advantage': 'Medicare Advantage', medicaid: 'Medicaid', commercial: 'Commercial', 'workers-comp': "Workers' compensation", veterans: 'Veterans Affairs', 'self-pay': 'Self-pay',
  other: 'Other', unknown: 'Not known',
}

export const sexNames: Readonly<Record<Sex, string>> = { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' }
/** For the narrow place beside an age: `47 F`. */
export const sexLetters: Readonly<Record<Sex, string>> = { female: 'F', male: 'M', other: 'X', unknown: 'sex not known' }
