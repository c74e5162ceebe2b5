import { z } from 'zod'
import { Count, Line, Moment, known } from '#shared/model/scalars.ts'
import { command, query } from './define.ts'
import { Passphrase, RecoveryWords, SignInName } from './session.ts'

/** One step of "Check this workstation": no patient data, so that it can be copied into a mail. */
export const CheckStep = z.strictObject({
  name: z.string(),
  status: z.literal(['ok', 'warning', 'failed']),
  detail: z.string(),
  /** `store`: the file, its history and its records. `machine`: disk, backups, shell. */
  about: z.literal(['store', 'machine']),
  /** What an administrator may do about it: `accept-anchor` stands for `workstation.acceptAnchor`. */
  offer: z.literal(['none', 'accept-anchor']),
})
export type CheckStep = z.output<typeof CheckStep>

export const Backup = z.strictObject({
  /** The backup's own folder name: time and reason, nothing else. */
  name: z.string(),
  at: Moment,
  reason: z.literal(['daily', 'migration', 'import', 'asked', 'restore']),
  bytes: Count,
  facilityName: known(z.string()),
  /** Which workstation made it; several may share a folder. */
  workstationId: z.string(),
  /** Made by this workstation, as far as its key file can be read. */
  own: z.boolean(),
})
export type Backup = z.output<typeof Backup>

const Folder = z.union([z.literal('beside-store'), Line])
export const RestoreSecret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), signInName: SignInName, passphrase: Passphrase }),
  z.strictObject({ kind: z.literal('recovery'), words: RecoveryWords }),
])

export const workstationContract = {
  /** Runs every step; the long ones in the reader, so that work goes on. */
  'workstation.check': query({ input: z.strictObject({}), output: z.strictObject({ at: Moment, steps: z.array(CheckStep) }), permission: 'workstation.check' }),
  /**
   * Takes the store as it is for the truth after the seal of the history warned: for an administrator who looked at it. The reason stands in the
   * history. Refused when there is no warning.
   */
  'workstation.acceptAnchor': command({ input: z.strictObject({ reason: Line }), output: z.strictObject({}), permission: 'workstation.manage', stepUp: true }),
  /** The newest backup and the folder's warning, for everyone to see. */
  'workstation.backups': query({
    input: z.strictObject({}),
    output: z.strictObject({ folder: z.string(), sameDisk: z.boolean(), reachable: z.boolean(), newestAt: z.union([z.literal('never'), Moment]), backups: z.array(Backup) }),
    permission: 'workstation.check',
  }),
  'workstation.backUpNow': command({ input: z.strictObject({}), output: Backup, permission: 'backup.run', stepUp: true }),
  /** Backups found in a folder, before anyone has signed in. */
  'workstation.findBackups': query({ input: z.strictObject({ folder: Folder }), output: z.strictObject({ folder: z.string(), backups: z.array(Backup) }), permission: 'anyone', access: 'before-unlock' }),
  /** Puts a backup in the place of the store; what stood there is set aside, never deleted. */
  'workstation.restore': command({
    untraced: true,
    input: z.strictObject({ folder: Folder, name: z.string().max(200), secret: RestoreSecret }),
    output: z.strictObject({ restoredFrom: Moment, setAside: z.boolean() }),
    permission: 'anyone',
    access: 'before-unlock',
  }),
} as const
