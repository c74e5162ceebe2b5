import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensurePrivateFolder, syncFile, syncFolder } from '#electron/platform/files.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { anchorOf, newStoreName, readKeyring, unlockWithPassphrase, unlockWithRecovery, type UnlockedKeyring } from '#electron/security/keyring.ts'
import type { Kdf } from '#electron/security/kdf.ts'
import { hasProfile, writeKeyring } from '#electron/security/keyring-file.ts'
import { Anchor } from './anchor.ts'
import { isSealed, readBackup, type FoundBackup } from './backup-manifest.ts'
import { examine, sha256OfFile } from './examine-copy.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { StoreError } from './store-error.ts'
import { Statements, readDb } from './statements.ts'

export type RestoreSecret = { readonly kind: 'passphrase'; readonly signInName: string; readonly passphrase: string } | { readonly kind: 'recovery'; readonly words: readonly string[] }

export type RestoreRequest = { readonly backup: string; readonly profile: string; readonly secret: RestoreSecret; readonly kdf: Kdf; readonly at: Instant }

/** `wrong-secret`: the passphrase or the words do not open this backup. It opens with the passphrases of its day. */
export type RestoreAnswer = { readonly kind: 'restored'; readonly backup: FoundBackup; readonly setAside: string | null } | { readonly kind: 'wrong-secret' }

/**
 * Puts a backup in the place of the store, onto an empty machine or over what is there. The copy is opened and compared with what the
 * backup says before anything changes; the switch is one rename of the key file. What stood there is set aside, never deleted.
 *
 * Nobody may have the profile open.
 */
export async function restoreBackup({ backup: place, profile, secret, kdf, at }: RestoreRequest): Promise<RestoreAnswer> {
  const backup = readBackup(place)
  if (backup === null || sha256OfFile(path.join(place, backup.storeFile)) !== backup.sha256) throw new StoreError({ kind: 'backup-unusable' })
  if (backup.schemaVersion > migrations.length) throw new StoreError({ kind: 'newer-version', found: backup.schemaVersion, supported: migrations.length })
  const unlocked = await open(place, secret, kdf)
  if (unlocked === null) return { kind: 'wrong-secret' }
  try {
    const { name: _name, folder: _folder, ...manifest } = backup
    if (!isSealed(manifest, unlocked.dataKey)) throw new StoreError({ kind: 'backup-unusable' })
    ensurePrivateFolder(profile)
    const file = bringIn(backup, unlocked, profile)
    return { kind: 'restored', backup, setAside: switchTo(file, unlocked, profile, at) }
  } finally {
    unlocked.dispose()
  }
}

async function open(place: string, secret: RestoreSecret, kdf: Kdf): Promise<UnlockedKeyring | null> {
  const keyring = readKeyring(place)
  return secret.kind === 'recovery' ? unlockWithRecovery(keyring, secret.words) : unlockWithPassphrase(keyring, kdf, secret.signInName, secret.passphrase)
}

/** Copies database and anchor into the profile under names that were never used, and proves the copy. */
function bringIn(backup: FoundBackup, unlocked: UnlockedKeyring, profile: string): string {
  const file = path.join(profile, newStoreName(unlocked.generation))
  const anchorFile = path.join(backup.folder, path.basename(unlocked.anchorFile))
  try {
    copyFileSync(path.join(backup.folder, backup.storeFile), file, constants.COPYFILE_EXCL)
    copyFileSync(anchorFile, anchorOf(file), constants.COPYFILE_EXCL)
    for (const each of [file, anchorOf(file)]) syncFile(each)
    prove(file, unlocked.dataKey, backup)
    return file
  } catch (error) {
    for (const each of [file, anchorOf(file)]) rmSync(each, { force: true })
    throw error instanceof StoreError && error.kind !== 'damaged' ? error : new StoreError({ kind: 'backup-unusable' }, { cause: error })
  }
}

function prove(file: string, key: Uint8Array, backup: FoundBackup): void {
  const connection = openDatabase({ file, key, use: 'copy', cacheKiB: 8_192 })
  try {
    const facts = examine(readDb(new Statements(connection)), file)
    const anchor = new Anchor(anchorOf(file), key)
    const point = anchor.read()
    anchor.close()
    const isAnchored = typeof point === 'object' && point.count === facts.auditCount
    if (facts.quickCheck !== 'ok' || facts.auditCount !== backup.auditCount || facts.auditHash !== backup.auditHash || !isAnchored) throw new StoreError({ kind: 'backup-unusable' })
  } finally {
    connection.close()
  }
}

function switchTo(file: string, unlocked: UnlockedKeyring, profile: string, at: Instant): string | null {
  const aside = hasProfile(profile) ? path.join(profile, 'set-aside', at.replaceAll(/[-:.]/g, '')) : null
  const old = readdirSync(profile).filter(name => /^store-.*\.(db|db-wal|db-shm|anchor)$/.test(name) && !name.startsWith(path.basename(file, '.db')))
  if (aside !== null) {
    mkdirSync(aside, { recursive: true, mode: 0o700 })
    for (const name of ['keyring.json', 'keyring.previous.json']) if (existsSync(path.join(profile, name))) copyFileSync(path.join(profile, name), path.join(aside, name))
    syncFolder(aside)
  }
  syncFolder(profile)
  writeKeyring(profile, { ...unlocked.body, storeFile: path.basename(file) }, unlocked.dataKey, { forget: true })
  // Only now: until the key file named the new database, the old one was the profile.
  if (aside !== null) for (const name of old) renameSync(path.join(profile, name), path.join(aside, name))
  return aside
}
