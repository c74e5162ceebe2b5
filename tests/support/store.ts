import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { WriteOrigin } from '#electron/store/db.ts'
import { Store, type StoreOptions } from '#electron/store/store.ts'
import { instant } from '#shared/kernel/instant.ts'
import { plainId } from './plain-id.ts'

export const testKey = Buffer.alloc(32, 7)
export const testAt = instant('2026-11-22T16:20:00.000Z')

/** Somebody does something; override what matters. */
export function anOrigin(overrides: Partial<WriteOrigin> = {}): WriteOrigin {
  return { actorId: plainId('person', 1), role: 'case-manager', at: testAt, ...overrides }
}

export type TestStore = { readonly store: Store; readonly folder: string; readonly file: string; close(): void; reopen(options?: Partial<StoreOptions>): Store }

let template: { folder: string; file: string; anchorFile: string } | null = null

/** An encrypted store of its own in a temporary folder: migrated once a test file, copied for each test. */
export function testStore(options: Partial<StoreOptions> = {}): TestStore {
  template ??= makeTemplate(options)
  const folder = temporaryFolder('store')
  const file = path.join(folder, 'store.db')
  const anchorFile = path.join(folder, 'store.anchor')
  copyFileSync(template.file, file)
  copyFileSync(template.anchorFile, anchorFile)
  const base: StoreOptions = { file, anchorFile, key: testKey, at: testAt, cacheKiB: 4_096 }
  let store = Store.open({ ...base, ...options })
  return {
    get store() { return store },
    folder,
    file,
    reopen: overrides => {
      store.close()
      store = Store.open({ ...base, ...options, ...overrides })
      return store
    },
    close: () => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder under the system's temporary folder, removed when the test process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `caseboard-${name}-`))
  if (made.length === 0) process.once('exit', () => { for (const each of made) rmSync(each, { recursive: true, force: true }) })
  made.push(folder)
  return folder
}

const made: string[] = []

function makeTemplate(options: Partial<StoreOptions>): { folder: string; file: string; anchorFile: string } {
  const folder = temporaryFolder('template')
  const file = path.join(folder, 'store.db')
  const anchorFile = path.join(folder, 'store.anchor')
  Store.create({ file, anchorFile, key: testKey, at: testAt, ...options }).close()
  return { folder, file, anchorFile }
}
