import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { syncFolder } from '#electron/platform/files.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { CURRENT, readKeyFile, readKeyring, settleKeyFiles } from './keyring-file.ts'
import { anchorOf, type UnlockedKeyring } from './keyring.ts'
import { MAKING } from './rotate.ts'

const SET_ASIDE = 'set-aside'
const STORE = /^(store-(\d+)-[A-Za-z0-9]+)\.db$/
/** What `writeFileSafely` leaves when it is killed. */
const UNFINISHED = /\.[0-9a-f]{8}\.new$/
const REST = /^(store-\d+-[A-Za-z0-9]+)\.(db-wal|db-shm|anchor)$/

/**
 * Clears up what a rotation or a restore that was killed left in the profile; returns how many databases went. Call it when the store that the
 * key file names has opened.
 *
 * Removed are unfinished copies, databases of an older data key (whoever left could read them with an old copy of the key file) and copies that
 * open with the key in hand. A database that an unfinished restore set aside joins its key file there; any other that no key file names is set
 * aside too: it might be somebody's only copy.
 */
export function sweepStores({ folder, body, generation, dataKey }: UnlockedKeyring): number {
  if (readKeyring(folder).isPrevious) return 0
  settleKeyFiles(folder)
  const names = readdirSync(folder)
  for (const name of names.filter(each => each.endsWith(MAKING) || each.includes(`${MAKING}-`) || UNFINISHED.test(each))) rmSync(path.join(folder, name), { force: true })
  const left = names.filter(name => STORE.test(name) && name !== body.storeFile)
  for (const name of left) {
    const home = homeOf(folder, name)
    if (home !== null) moveTo(folder, name, home)
    else if (generationOf(name) < generation || opens(path.join(folder, name), dataKey)) remove(folder, name)
    else moveTo(folder, name, path.join(folder, SET_ASIDE, 'unnamed'))
  }
  const stores = readdirSync(folder).filter(name => STORE.test(name))
  for (const name of readdirSync(folder)) {
    const owner = REST.exec(name)?.[1]
    if (owner !== undefined && !stores.includes(`${owner}.db`)) rmSync(path.join(folder, name), { force: true })
  }
  syncFolder(folder)
  return left.length
}

/** The folder of a restore that was killed before it had moved this database beside its key file. */
function homeOf(folder: string, name: string): string | null {
  const aside = path.join(folder, SET_ASIDE)
  const homes = foldersIn(aside).filter(each => {
    const place = path.join(aside, each)
    return readKeyFile(path.join(place, CURRENT))?.body.storeFile === name && !readdirSync(place).includes(name)
  })
  return homes[0] === undefined ? null : path.join(aside, homes[0])
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name)
  } catch {
    return []
  }
}

function generationOf(name: string): number {
  return Number(STORE.exec(name)?.[2] ?? 0)
}

function opens(file: string, key: Uint8Array): boolean {
  try {
    openDatabase({ file, key, use: 'copy', cacheKiB: 1_024 }).close()
    return true
  } catch {
    return false
  }
}

function partsOf(name: string): readonly string[] {
  return [name, `${name}-wal`, `${name}-shm`, anchorOf(name)]
}

function remove(folder: string, name: string): void {
  for (const part of partsOf(name)) rmSync(path.join(folder, part), { force: true })
}

function moveTo(folder: string, name: string, place: string): void {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const there = readdirSync(folder)
  for (const part of partsOf(name).filter(each => there.includes(each))) renameSync(path.join(folder, part), path.join(place, part))
  syncFolder(place)
}
