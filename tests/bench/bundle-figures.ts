import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { rounded, type Result } from './figure.ts'

const MOST_KB = 420
const page = new URL('../../out/renderer/', import.meta.url)

/** What the page loads before its first paint, compressed: the scripts its index.html names. */
export async function bundleFigures(): Promise<Result[]> {
  const index = new URL('index.html', page)
  if (!existsSync(index)) return [{ name: 'Entry bundle', skipped: 'no build in out/renderer' }]
  const scripts = [...readFileSync(index, 'utf8').matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)].map(match => match[1] ?? '')
  const kB = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(new URL(script, page))).length / 1000, 0)
  return [{ name: 'Entry bundle, gzip', unit: 'kB', value: rounded(kB), budget: `≤ ${MOST_KB} kB`, pass: kB > 0 && kB <= MOST_KB }]
}
