import { z } from 'zod'
import { CarePlanSeen, CareTeamMember, ConditionSeen, MedicationSeen, AllergySeen, InstrumentResult, ProcedureSeen } from '#shared/model/clinical-facts.ts'
import { DuplicateReason } from '#shared/model/duplicate.ts'
import { PatientId } from '#shared/model/ids.ts'
import { Patient, PatientFields } from '#shared/model/patient.ts'
import { Count, Day, Moment, Version, idOf, known } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'

/** A patient beside whom another stands: enough to tell two people apart. */
export const PatientAtAGlance = z.strictObject({ patient: Patient, caseCount: Count, stayCount: Count, createdAt: Moment })
export type PatientAtAGlance = z.output<typeof PatientAtAGlance>
export const DuplicateCandidate = z.strictObject({ reasons: z.array(DuplicateReason).min(1), other: PatientAtAGlance })
export type DuplicateCandidate = z.output<typeof DuplicateCandidate>

export const MergeId = idOf<'duplicate_decision'>()
/** A record that was merged into this one, and whether the merge can still be taken back. */
export const MergeRecord = z.strictObject({ id: MergeId, mergedPatientId: PatientId, mergedName: z.string(), at: Moment, byName: z.string(), undoable: z.boolean() })
export type MergeRecord = z.output<typeof MergeRecord>

/** What was seen of a patient elsewhere, as the store has it. */
export const FactsSeen = z.strictObject({
  conditions: z.array(ConditionSeen),
  procedures: z.array(ProcedureSeen),
  medications: z.array(MedicationSeen),
  allergies: z.array(AllergySeen),
  carePlans: z.array(CarePlanSeen),
  careTeam: z.array(CareTeamMember),
  instruments: z.array(InstrumentResult),
})
export type FactsSeen = z.output<typeof FactsSeen>

/** The same with the name of each instrument and the ends between which its total lies. */
export const ClinicalFacts = FactsSeen.extend({
  instruments: z.array(InstrumentResult.extend({ name: z.string(), scale: known(z.strictObject({ min: z.number(), max: z.number() })) })),
})
export type ClinicalFacts = z.output<typeof ClinicalFacts>

/** A field whose value a person takes over from the record that is merged away. */
export const TakenField = z.literal(['mrn', 'familyName', 'givenNames', 'prefix', 'suffix', 'sex', 'birthDate', 'language', 'interpreterNeeded', 'vital'])
export type TakenField = z.output<typeof TakenField>

const Changed = z.strictObject({ patientId: PatientId, version: Version })
const Aimed = z.strictObject({ patientId: PatientId, expectedVersion: Version })

export const patientsContract = {
  /** One patient with what is known of death and merges. Reading it is audited. A merged record answers with the one it went into. */
  'patients.get': query({
    input: z.strictObject({ patientId: PatientId }),
    output: z.strictObject({ patient: Patient, ageYears: known(Count), deathConfirmedBy: z.union([z.literal('nobody'), z.string()]), merges: z.array(MergeRecord) }),
    permission: 'patients.read',
  }),
  /** Conditions, procedures, medications, allergies, care plans and care team, newest first; at most 500 of a kind. */
  'patients.facts': query({ input: z.strictObject({ patientId: PatientId }), output: ClinicalFacts, permission: 'patients.read' }),
  /** Who looks like these fields: same MRN, or same name and birth date. Pairs a person keeps apart are left out. At most 10. */
  'patients.findDuplicates': query({
    input: z.strictObject({
      mrn: PatientFields.shape.mrn, familyName: PatientFields.shape.familyName, givenNames: PatientFields.shape.givenNames, birthDate: PatientFields.shape.birthDate,
      except: z.union([z.literal('none'), PatientId]),
    }),
    output: z.array(DuplicateCandidate),
    permission: 'patients.read',
  }),
  /** Pairs in the store nobody has decided on, most telling first; at most 200. */
  'patients.duplicatePairs': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ reasons: z.array(DuplicateReason).min(1), one: PatientAtAGlance, other: PatientAtAGlance })),
    permission: 'patients.read',
  }),
  /** Adds a patient by hand. Refused with `refused` while a likely duplicate is not named in `keepApartFrom`. */
  'patients.create': command({
    input: z.strictObject({ fields: PatientFields, keepApartFrom: z.array(PatientId).max(10) }),
    output: Changed,
    permission: 'patients.write',
  }),
  /** Corrects what is known. Every field that differs counts as typed: an import never overwrites it. */
  'patients.correct': command({ input: Aimed.extend({ fields: PatientFields, keepApartFrom: z.array(PatientId).max(10) }), output: Changed, permission: 'patients.write' }),
  /** Confirms that the patient died: outreach, prints and reminders stop. */
  'patients.confirmDeath': command({ input: Aimed.extend({ on: known(Day) }), output: Changed, permission: 'patients.write' }),
  /** Takes a death back that was recorded in error. */
  'patients.withdrawDeath': command({ input: Aimed.extend({ state: z.literal(['alive', 'unknown']) }), output: Changed, permission: 'patients.write' }),
  /** Remembers that two look-alikes are two people. */
  'patients.keepApart': command({ input: z.strictObject({ patientId: PatientId, otherPatientId: PatientId }), output: z.strictObject({ kept: z.literal(true) }), permission: 'patients.write' }),
  /** Moves everything of `mergePatientId` to `keepPatientId`; unknown fields are filled from it, fields in `take` are replaced by it. */
  'patients.merge': command({
    input: z.strictObject({ keepPatientId: PatientId, keepVersion: Version, mergePatientId: PatientId, mergeVersion: Version, take: z.array(TakenField).max(20) }),
    output: z.strictObject({ patientId: PatientId, version: Version, mergeId: MergeId }),
    permission: 'patients.write',
  }),
  /** Takes a merge back, as long as nobody corrected the kept record since. */
  'patients.undoMerge': command({ input: z.strictObject({ mergeId: MergeId }), output: Changed, permission: 'patients.write' }),
} as const

