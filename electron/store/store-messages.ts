import { assertNever } from '#shared/kernel/assert-never.ts'
import { localTimeOf, plainDateOf, type Instant, type Zone } from '#shared/kernel/instant.ts'
import { formatDay } from '#shared/kernel/plain-date.ts'

/** Everything that can be wrong with the files of a workstation. One row of `security.md` section 5 each, and what the key files add. */
export type StoreProblem =
  | { readonly kind: 'damaged'; readonly backup: { readonly at: Instant; readonly newerChanges: number | 'unknown' } | null }
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'no-permission'; readonly path: string }
  | { readonly kind: 'read-only-disk'; readonly path: string }
  | { readonly kind: 'disk-full' }
  | { readonly kind: 'disk-error' }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'outcome-unknown' }
  | { readonly kind: 'changes-missing'; readonly count: number; readonly since: Instant }
  | { readonly kind: 'older-file'; readonly since: Instant }
  | { readonly kind: 'anchor-absent' }
  | { readonly kind: 'anchor-altered' }
  | { readonly kind: 'history-altered' }
  | { readonly kind: 'already-open'; readonly user: string; readonly machine: string; readonly since: Instant | 'unknown' }
  | { readonly kind: 'newer-version'; readonly found: number; readonly supported: number }
  | { readonly kind: 'runtime-too-old' }
  | { readonly kind: 'setting-refused'; readonly setting: string }
  | { readonly kind: 'key-given-up' }
  | { readonly kind: 'set-up-already' }
  | { readonly kind: 'key-file-missing'; readonly path: string }
  | { readonly kind: 'key-file-damaged' }
  | { readonly kind: 'key-file-weakened' }
  | { readonly kind: 'wrong-passphrase'; readonly triesLeft: number }
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'wrong-recovery-key' }
  | { readonly kind: 'backup-unusable' }
  | { readonly kind: 'backup-not-made' }
  | { readonly kind: 'backup-folder-missing' }
  | { readonly kind: 'not-a-demo' }

export type StoreProblemKind = StoreProblem['kind']

/** What the person sees, and nothing else: what happened, what is safe, what to do. Times are of the zone given, else of this machine. */
export function storeSentence(problem: StoreProblem, zone: Zone = machineZone()): string {
  switch (problem.kind) {
    case 'damaged':
      return `The data file is damaged. Nothing has been changed. ${restoreAdvice(problem.backup, zone)}`
    case 'missing':
      return `The data file is not at ${problem.path}. Nothing has been changed. Bring it back to that place or restore a backup.`
    case 'no-permission':
      return `Cannot open ${problem.path}: no permission.`
    case 'read-only-disk':
      return `The disk of ${problem.path} can only be read. What is stored is safe; nothing can be saved until the disk can be written to.`
    case 'disk-full':
      return 'Disk full: not saved. Your text is kept here. Free 200 MB.'
    case 'disk-error':
      return 'Disk error. What was saved before is kept; nothing more is written. Make a backup to another disk now and call IT.'
    case 'not-saved':
      return 'The disk reported an error: this was not saved. Everything saved before is intact. Try again, and make a backup if it happens again.'
    case 'outcome-unknown':
      return 'It is not certain that this was saved. Everything saved before is intact, and your text is kept here. Try again.'
    case 'changes-missing':
      return `The last ${count(problem.count, 'change')} before ${momentInWords(problem.since, zone)} ${problem.count === 1 ? 'is' : 'are'} missing. Everything older is intact. Enter what is missing again, or restore a backup.`
    case 'older-file':
      return `This file is older than the last one used here (${momentInWords(problem.since, zone)}). Nothing has been changed. Bring back the newer file, or ask an administrator to accept this one.`
    case 'anchor-absent':
      return 'The seal of the history is missing, so changes made outside the program cannot be excluded. You can work on. An administrator has to look at this.'
    case 'anchor-altered':
      return 'The seal of the history was altered outside the program. You can work on. An administrator has to look at this.'
    case 'history-altered':
      return 'The history of changes does not match its seal: something was altered outside the program. Keep the file as it is. An administrator has to look at this.'
    case 'already-open':
      return `Already open by ${problem.user} on ${problem.machine} since ${problem.since === 'unknown' ? 'an unknown time' : momentInWords(problem.since, zone)}.`
    case 'newer-version':
      return `This data was saved by a newer version of Caseboard (${problem.found}, this one knows ${problem.supported}). Nothing has been changed. Install the newer version.`
    case 'runtime-too-old':
      return 'This program needs Node 22 or newer. Nothing has been opened. Start it with npm start, which brings its own.'
    case 'setting-refused':
      return `The database refused the setting ${problem.setting}, which keeps the data safe. Nothing has been opened. Call IT.`
    case 'key-given-up':
      return 'The workstation was locked, or its data got a new key, while this was under way. This was not saved. What was saved before is safe. Try again.'
    case 'set-up-already':
      return 'This workstation is set up already. Nothing was changed. Sign in instead.'
    case 'key-file-missing':
      return `The key file is not at ${problem.path}. Nothing has been changed. Bring it back to that place or restore a backup.`
    case 'key-file-damaged':
      return 'The key file is damaged. Nothing has been changed. Restore a backup: it holds a copy of the key file.'
    case 'key-file-weakened':
      return 'The key file asks for weaker protection than this program allows: it was altered. Nothing has been opened. Restore a backup.'
    case 'wrong-passphrase':
      return `That passphrase is not right. ${count(problem.triesLeft, 'try', 'tries')} before a wait.`
    case 'wait':
      return `Too many wrong passphrases. Wait ${count(problem.seconds, 'second')} before the next try.`
    case 'stopped':
      return 'Too many wrong passphrases: this name is closed. An administrator can reset it, or use the recovery key.'
    case 'wrong-recovery-key':
      return 'That recovery key is not right. Check each word against the printed page.'
    case 'backup-unusable':
      return 'This backup is damaged or incomplete. Nothing has been changed. Choose another one.'
    case 'backup-not-made':
      return 'The backup could not be made or did not open again. What is stored is safe. Check the backup folder and its disk, then try again.'
    case 'backup-folder-missing':
      return 'The backup folder is not there. Is its disk plugged in? What is stored is safe; no backup was made.'
    case 'not-a-demo':
      return 'This is not a demo: it can only be opened by signing in.'
    default:
      return assertNever(problem)
  }
}

/** `Sun 22 Nov 2026, 16:20`. */
export function momentInWords(at: Instant, zone: Zone = machineZone()): string {
  return `${formatDay(plainDateOf(at, zone))}, ${localTimeOf(at, zone)}`
}

function restoreAdvice(backup: Extract<StoreProblem, { kind: 'damaged' }>['backup'], zone: Zone): string {
  if (backup === null) return 'No backup was found: keep the file as it is and call IT.'
  const { at, newerChanges } = backup
  if (newerChanges === 'unknown') return `Restore the backup of ${momentInWords(at, zone)} (newer changes would be lost).`
  return `Restore the backup of ${momentInWords(at, zone)} (${count(newerChanges, 'change')} newer than it would be lost).`
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}

function machineZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}
