import Driver from 'better-sqlite3-multiple-ciphers'
import { StoreError } from './store-error.ts'

/** The one place where the database driver is imported: a plain better-sqlite3 in its place would store everything in clear text without a word. */
export type Connection = Driver.Database
export type Statement = Driver.Statement<unknown[]>

/** The Node-API level the driver is built for. Below it the process dies without a message, so this is asked first. */
const NEEDED_NODE_API = 10

export type ConnectOptions = { readonly readonly?: boolean; readonly mustExist?: boolean; readonly waitMillis?: number }

/** A bare connection: no key, no settings. Only `open-database.ts` and `lock-db.ts` make one. */
export function connect(file: string, options: ConnectOptions = {}): Connection {
  if (Number(process.versions['napi']) < NEEDED_NODE_API) throw new StoreError({ kind: 'runtime-too-old' })
  return new Driver(file, { readonly: options.readonly ?? false, fileMustExist: options.mustExist ?? true, timeout: options.waitMillis ?? 0 })
}
