import { plainDate, plusDays, type PlainDate } from '#shared/kernel/plain-date.ts'
import type { Tone } from '../tone.ts'

export interface SampleRow {
  readonly id: string
  readonly name: string
  readonly who: string
  readonly mrn: string
  readonly bed: string
  readonly drg: string
  readonly drgTitle: string
  readonly los: number
  readonly expected: number
  readonly status: readonly [Tone, string]
  readonly next: string
  readonly due: PlainDate
  readonly auth: readonly [Tone, string]
  readonly payer: string
  readonly manager: string
}

const surnames = ['Petrov', 'Mbeki', 'Alvarez', 'Dawson', 'Tran', 'Singh', 'Rosenthal', 'Lindqvist', 'Ueda', 'Quintero', 'Okafor', 'Jensen', 'Garcia', 'Zamora', 'Haddad', 'Fofana']
const names = ['Amara', 'Elias', 'Carmen', 'Rosa', 'Nadia', 'Tomas', 'Zoe', 'Yusuf', 'Lucia', 'Priya', 'Kenji', 'Wanda', 'Stefan', 'Farah', 'Bennett']
const drgs = [['690', 'Kidney & UTI w/o MCC', 2.9], ['190', 'COPD w MCC', 3.5], ['481', 'Hip & femur procedures w CC', 4.2], ['871', 'Septicemia w MCC', 4.9], ['470', 'Major hip/knee joint replacement', 2.1], ['065', 'Intracranial hemorrhage w CC', 3.3]] as const
const states: readonly (readonly [Tone, string])[] = [['ok', 'On track'], ['warn', 'At risk'], ['ok', 'On track'], ['bad', 'Delayed'], ['info', 'Ready']]
const auths: readonly (readonly [Tone, string])[] = [['ok', 'Approved'], ['warn', 'Pending'], ['ok', 'Approved'], ['bad', 'Denied'], ['mute', 'Not required']]
const nexts = ['PT evaluation', 'Authorization submitted', 'Medication reconciliation', 'IV to PO switch', 'Family meeting', 'SNF referral sent', 'Swallow study']
const payers = ['Medicare A', 'Aetna HMO', 'BCBS PPO', 'MA – Humana', 'Medicaid']
const day = plainDate('2026-11-22')

/** The sample row at a place: always the same, spread by a multiplication so that neighbours differ. */
export function sampleRow(index: number): SampleRow {
  const n = (index * 2_654_435_761) % 4_294_967_296
  const pick = <T,>(list: readonly T[], salt: number, fallback: T): T => list[Math.floor(n / salt) % list.length] ?? fallback
  const [drg, drgTitle, expected] = pick(drgs, 7, drgs[0])
  return {
    id: `row-${index}`,
    name: `${pick(surnames, 3, 'Petrov')}, ${pick(names, 11, 'Amara')}`,
    who: `${20 + (Math.floor(n / 17) % 75)} ${n % 2 === 0 ? 'F' : 'M'}`,
    mrn: String(7_000_000 + (n % 2_999_999)),
    bed: `${pick(['5 North', 'ICU-B', 'SDU 3', '4 West', '7 Ortho'], 5, '5 North')} · ${1 + (n % 38)}${n % 3 === 0 ? 'A' : 'B'}`,
    drg,
    drgTitle,
    los: (Math.floor(n / 13) % 80) / 10,
    expected,
    status: pick(states, 19, ['ok', 'On track']),
    next: pick(nexts, 23, 'PT evaluation'),
    due: plusDays(day, (Math.floor(n / 29) % 12) - 3),
    auth: pick(auths, 31, ['ok', 'Approved']),
    payer: pick(payers, 37, 'Medicare A'),
    manager: pick(['J. Ortiz RN', 'S. Keller RN', 'M. Pham RN', 'D. Abara RN'], 41, 'J. Ortiz RN'),
  }
}
