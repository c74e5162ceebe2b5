import type { z } from 'zod'
import type { Operation } from './define.ts'
import type { AppErrorShape } from './errors.ts'
import { accountsContract } from './accounts.ts'
import { auditContract } from './audit.ts'
import { caseloadContract } from './caseload.ts'
import { casesContract } from './cases.ts'
import { draftsContract } from './drafts.ts'
import { exportsContract } from './exports.ts'
import { facilityContract } from './facility.ts'
import { importsContract } from './imports.ts'
import { jobsContract } from './jobs.ts'
import { notesContract } from './notes.ts'
import { patientsContract } from './patients.ts'
import { printContract } from './print.ts'
import { recoveryContract } from './recovery.ts'
import { referenceContract } from './reference.ts'
import { searchContract } from './search.ts'
import { sessionContract } from './session.ts'
import { staysContract } from './stays.ts'
import { todayContract } from './today.ts'
import { workstationContract } from './workstation.ts'

/** Every operation the page may ask for. What is not here does not exist. */
export const contract = {
  ...accountsContract,
  ...auditContract,
  ...caseloadContract,
  ...casesContract,
  ...draftsContract,
  ...exportsContract,
  ...facilityContract,
  ...importsContract,
  ...jobsContract,
  ...notesContract,
  ...patientsContract,
  ...printContract,
  ...recoveryContract,
  ...referenceContract,
  ...searchContract,
  ...sessionContract,
  ...staysContract,
  ...todayContract,
  ...workstationContract,
} as const satisfies Record<`${string}.${string}`, Operation>

export type Contract = typeof contract
export type Channel = keyof Contract
/** What the page sends. */
export type Input<C extends Channel> = z.input<Contract[C]['input']>
/** What a service receives. */
export type Parsed<C extends Channel> = z.output<Contract[C]['input']>
export type Output<C extends Channel> = z.output<Contract[C]['output']>
/** The states in which the operation runs. */
export type AccessOf<C extends Channel> = Contract[C] extends { readonly access?: infer A } ? NonNullable<A> : 'unlocked'
export type Reply<C extends Channel> = { readonly ok: true; readonly data: Output<C> } | { readonly ok: false; readonly error: AppErrorShape }

/** True for a channel of the contract; own keys only, so `constructor` is not one. */
export const isChannel = (name: string): name is Channel => Object.hasOwn(contract, name)
