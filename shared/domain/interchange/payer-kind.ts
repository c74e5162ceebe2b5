import type { PayerKind } from '#shared/model/patient.ts'

const kinds: readonly (readonly [RegExp, PayerKind])[] = [
  [/^no[_ ]?insurance$|self[- ]?pay|uninsured|charity/i, 'self-pay'],
  [/medicare (advantage|part c|replacement)|\bMA[- ]?(PD|HMO|PPO)\b|dual complete|humana gold/i, 'medicare-advantage'],
  // A dually eligible person's first payer is Medicare.
  [/medicare|dual eligible/i, 'medicare'],
  [/medicaid|medi-cal|\bCHIP\b|masshealth/i, 'medicaid'],
  [/veteran|tricare|\bVA\b|champva/i, 'veterans'],
  [/work(er|m[ae]n)'?s? comp|industrial commission|state fund/i, 'workers-comp'],
  [/blue ?cross|bcbs|anthem|aetna|cigna|humana|united ?health|kaiser|\bUHC\b|private|commercial/i, 'commercial'],
]

/** The kind a payer's name speaks of; `'unknown'` when it says nothing: a guess would price a discharge wrongly. */
export function payerKindOf(name: string): PayerKind {
  return kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown'
}

/** Synthea writes NO_INSURANCE where nobody pays. */
export function payerNameOf(name: string): string {
  return /^no[_ ]?insurance$/i.test(name) ? 'No insurance' : /^private$/i.test(name) ? 'Private insurance (not named)' : name
}
