import type { Input } from '#shared/contract/index.ts'
import { noPassphrase, type NewPassphrase } from '#renderer/features/accounts/index.ts'

export interface FirstPerson {
  readonly fullName: string
  readonly initials: string
  readonly signInName: string
  readonly secret: NewPassphrase
}

export interface NewUnit {
  readonly name: string
  readonly kind: 'inpatient' | 'clinic'
}

/** Everything the wizard asks for. It stays in the page only: there is no store yet to keep a draft in. */
export interface SetUpValues {
  readonly facilityName: string
  readonly zone: string
  readonly units: readonly NewUnit[]
  readonly administrator: FirstPerson
  readonly caseManager: FirstPerson
  readonly backup: 'beside-store' | 'folder'
  readonly backupFolder: string
}

const nobody: FirstPerson = { fullName: '', initials: '', signInName: '', secret: noPassphrase }

export const emptySetUp = (): SetUpValues => ({
  facilityName: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  units: [{ name: '', kind: 'inpatient' }],
  administrator: nobody,
  caseManager: nobody,
  backup: 'beside-store',
  backupFolder: '',
})

export const stepIds = ['facility', 'units', 'administrator', 'case-manager', 'backup'] as const
export type StepId = (typeof stepIds)[number]

/** What is missing on a step, by field name; nothing means the next step may come. The core judges everything again. */
export function problemsOf(step: StepId, values: SetUpValues): Readonly<Record<string, string>> {
  switch (step) {
    case 'facility':
      return { ...(values.facilityName.trim() === '' && { facilityName: 'Write the facility’s name.' }) }
    case 'units':
      return unitProblems(values.units)
    case 'administrator':
      return personProblems(values.administrator)
    case 'case-manager':
      return { ...personProblems(values.caseManager), ...(sameName(values) && { signInName: 'Each person needs their own sign-in name, also when they are the same person in two roles.' }) }
    case 'backup':
      return { ...(values.backup === 'folder' && values.backupFolder.trim() === '' && { backupFolder: 'Write the folder’s whole path, or choose beside the data.' }) }
  }
}

function unitProblems(units: readonly NewUnit[]): Readonly<Record<string, string>> {
  const names = units.map(unit => unit.name.trim().toLowerCase()).filter(name => name !== '')
  if (names.length === 0) return { units: 'Name at least one unit or clinic.' }
  return new Set(names).size < names.length ? { units: 'Two units have the same name.' } : {}
}

function personProblems({ fullName, initials, signInName, secret }: FirstPerson): Readonly<Record<string, string>> {
  return {
    ...(fullName.trim() === '' && { fullName: 'Write the name.' }),
    ...(!/^\p{L}{1,4}$/u.test(initials.trim()) && { initials: 'One to four letters.' }),
    ...(signInName.trim() === '' && { signInName: 'Write the name used to sign in.' }),
    ...([...secret.passphrase].length < 15 && { passphrase: 'At least 15 characters.' }),
    ...(secret.passphrase !== secret.again && { again: 'The two are not the same.' }),
  }
}

const sameName = ({ administrator, caseManager }: SetUpValues): boolean => administrator.signInName.trim().toLowerCase() === caseManager.signInName.trim().toLowerCase()

/** `Rosa M. Rivera` → `RMR`, at most four letters; a proposal, to be changed freely. */
export const initialsOf = (fullName: string): string =>
  fullName.split(/[\s-]+/).flatMap(word => /^\p{L}/u.exec(word)?.[0] ?? []).slice(0, 4).join('').toUpperCase()

export const setUpInput = (values: SetUpValues): Input<'session.setUp'> => ({
  facility: { name: values.facilityName, zone: values.zone },
  units: values.units.filter(unit => unit.name.trim() !== '').map(unit => ({ ...unit })),
  backupFolder: values.backup === 'folder' ? values.backupFolder : 'beside-store',
  administrator: personInput(values.administrator),
  caseManager: personInput(values.caseManager),
})

const personInput = ({ fullName, initials, signInName, secret }: FirstPerson) => ({ fullName, initials, signInName, passphrase: secret.passphrase })

/** The step on which a field of the core's answer stands. */
export function stepOfField(path: string): StepId {
  if (path.startsWith('units')) return 'units'
  if (path.startsWith('administrator')) return 'administrator'
  if (path.startsWith('caseManager')) return 'case-manager'
  return path.startsWith('backup') ? 'backup' : 'facility'
}
