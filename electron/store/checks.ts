import { freeBytes } from '#electron/platform/files.ts'
import { millisOf, type Instant } from '#shared/kernel/instant.ts'
import { problemOfAnchor } from './anchor.ts'
import { listBackups } from './backup-manifest.ts'
import { isPlaintext, openDatabase } from './open-database.ts'
import { migrations } from './migrations/index.ts'
import type { Reader } from './reader-client.ts'
import { storeSentence } from './store-messages.ts'
import type { Store } from './store.ts'

/** `acceptable`: an administrator may accept what was found (`Store.acceptAnchor`). */
export type CheckResult = { readonly status: 'ok' | 'warning' | 'failed'; readonly detail: string; readonly acceptable?: true }
export type CheckStep = { readonly name: string; readonly about: 'store' | 'machine'; run(): Promise<CheckResult> }

export type StoreChecksOptions = {
  readonly store: Store
  readonly reader: Reader
  readonly dataKey: Uint8Array
  readonly profileId: string
  readonly backupFolder: string
  readonly at: Instant
  readonly freeBytesOf?: (folder: string) => number
}

const WARN_FREE_BYTES = 500_000_000
const HOUR_MILLIS = 3_600_000

/** What "Check this workstation" asks of the store. Details hold counts and times, nothing of a patient, so that they can be mailed. */
export function storeChecks({ store, reader, dataKey, profileId, backupFolder, at, freeBytesOf = freeBytes }: StoreChecksOptions): readonly CheckStep[] {
  return [
    step('Encryption', () => (isPlaintext(store.file) ? failed('The data file is not encrypted.') : ok('The data file is encrypted (SQLCipher 4, AES-256).'))),
    step('Key', () => {
      openDatabase({ file: store.file, key: dataKey, use: 'reader', cacheKiB: 1_024 }).close()
      return ok('The key opens the data file and every setting reads back.')
    }),
    step('Schema version', () => (store.schemaVersion === migrations.length ? ok(`Version ${store.schemaVersion}.`) : failed(`Version ${store.schemaVersion}, expected ${migrations.length}.`))),
    step('References', async () => {
      const broken = await reader.run('brokenReferences', null)
      return broken === 0 ? ok('Every reference points to a record.') : failed(`${broken} references point nowhere.`)
    }),
    step('Integrity', async () => ((await reader.run('quickCheck', null)) === 'ok' ? ok('Every page is whole.') : failed(storeSentence({ kind: 'damaged', backup: null })))),
    step('History', () => checkHistory(store, reader)),
    step('Records', async () => {
      const { checked, findings } = await reader.run('verifyRows', null)
      return findings.length === 0 ? ok(`${checked} records are as the history left them.`) : failed(`${findings.length} records were changed outside the program (${[...new Set(findings.map(({ table }) => table))].join(', ')}).`)
    }),
    step('Backup', () => checkBackup(backupFolder, profileId, at), 'machine'),
    step('Disk space', () => {
      const free = freeBytesOf(store.file.replace(/[/\\][^/\\]*$/, ''))
      const gigabytes = (free / 1e9).toFixed(1)
      return free < WARN_FREE_BYTES ? warning(`Only ${gigabytes} GB free. Free some space before a save fails.`) : ok(`${gigabytes} GB free.`)
    }, 'machine'),
  ]
}

async function checkHistory(store: Store, reader: Reader): Promise<CheckResult> {
  const { count, brokenAt } = await reader.run('verifyChain', null)
  if (brokenAt !== null) return failed(`The history is broken at line ${brokenAt}. ${storeSentence({ kind: 'history-altered' })}`)
  const problem = problemOfAnchor(store.anchorState)
  if (problem !== null) return { ...failed(`${count} lines follow from one another, but they do not agree with the seal. ${storeSentence(problem)}`), acceptable: true }
  return ok(`${count} lines, each following from the one before, in step with the seal.`)
}

function checkBackup(folder: string, profileId: string, at: Instant): CheckResult {
  const [newest] = listBackups(folder, profileId)
  if (newest === undefined) return warning('There is no backup yet.')
  const hours = Math.floor((millisOf(at) - millisOf(newest.at)) / HOUR_MILLIS)
  const age = hours < 48 ? `${hours} hours old` : `${Math.floor(hours / 24)} days old`
  return hours < 0 || hours >= 48 ? warning(`The newest backup is ${age}.`) : ok(`The newest backup is ${age} and was opened again after it was made.`)
}

function step(name: string, work: () => CheckResult | Promise<CheckResult>, about: CheckStep['about'] = 'store'): CheckStep {
  return {
    name,
    about,
    run: async () => {
      try {
        return await work()
      } catch (error) {
        return failed(error instanceof Error ? error.message : 'This step could not be run.')
      }
    },
  }
}

const ok = (detail: string): CheckResult => ({ status: 'ok', detail })
const warning = (detail: string): CheckResult => ({ status: 'warning', detail })
const failed = (detail: string): CheckResult => ({ status: 'failed', detail })
