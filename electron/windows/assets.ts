import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { ShellKind } from '#shared/contract/bridge.ts'
import { isWatchedBuild } from './built-files.ts'
import { contentPolicy, replyHeaders } from './content-policy.ts'

export interface AssetReply {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/** The built page, file by file. `pathname` as it stands in the URL, still encoded. */
export type Assets = (method: string, pathname: string) => AssetReply

const NONCE_PLACE = '__CSP_NONCE__'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

/**
 * Serves the files that stand in the folder now, by their exact names and nothing else: a name is looked up, never joined to a path. They are read
 * once, so that a running program stays whole while the next one is built or installed; a watched build is read anew for each page.
 * The same for `app://` and for the browser shell.
 */
export function createAssets(folder: string, shell: ShellKind, isWatched = isWatchedBuild): Assets {
  let files = readFiles(folder)
  return (method, pathname) => {
    const nonce = randomBytes(16).toString('base64')
    const headers = replyHeaders(contentPolicy(shell, nonce))
    if (method !== 'GET') return { status: 405, headers, body: new Uint8Array() }
    if (isWatched && pathname === '/') files = readFiles(folder)
    const file = files.get(pathname === '/' ? '/index.html' : decoded(pathname))
    if (file?.type === undefined) return { status: 404, headers, body: new Uint8Array() }
    const { type, bytes } = file
    const body = type === types['.html'] ? Buffer.from(bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce)) : bytes
    return { status: 200, headers: { ...headers, 'content-type': type }, body: new Uint8Array(body) }
  }
}

function readFiles(folder: string): ReadonlyMap<string, { readonly type: string | undefined; readonly bytes: Buffer }> {
  return new Map(listFiles(folder).map(file => [`/${file.split(path.sep).join('/')}`, { type: types[path.extname(file)], bytes: readFileSync(path.join(folder, file)) }]))
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return ''
  }
}
