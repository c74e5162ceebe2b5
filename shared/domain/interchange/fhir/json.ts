import { Unusable } from '../unusable.ts'

/** An object of a parsed file: every member is unknown until it was looked at. */
export type Json = { readonly [key: string]: unknown }

const LINE_LIMIT = 200
const BREAKS = /[\r\n\t\v\f\u2028\u2029]+/g

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object at a member, an empty one when it is absent. A member that is something else makes the resource unusable. */
export function objectAt(node: Json, key: string): Json {
  const value = node[key]
  if (value === undefined || value === null) return {}
  if (!isJson(value)) throw new Unusable('wrong-shape', key)
  return value
}

/** The objects of a list; none when it is absent. A single object where FHIR wants a list is a fault of the file. */
export function objectsAt(node: Json, key: string): readonly Json[] {
  const value = node[key]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every(isJson)) throw new Unusable('wrong-shape', key)
  return value
}

export function firstAt(node: Json, key: string): Json {
  return objectsAt(node, key)[0] ?? {}
}

/** Text of the file on one line, at most 200 characters (a longer one ends in …), or `'unknown'` when there is none. Markup stays what it is: text. */
export function lineAt(node: Json, key: string): string {
  const value = node[key]
  if (value === undefined || value === null) return 'unknown'
  if (typeof value !== 'string') throw new Unusable('wrong-shape', key)
  return cleanLine(value, key)
}

export function linesAt(node: Json, key: string): readonly string[] {
  const value = node[key]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Unusable('wrong-shape', key)
  return value.map(item => {
    if (typeof item !== 'string') throw new Unusable('wrong-shape', key)
    return cleanLine(item, key)
  }).filter(line => line !== 'unknown')
}

export function cleanLine(text: string, place: string): string {
  // NUL ends a text in many a C library, and a lone surrogate has no UTF-8: neither may reach the store, and neither is silently dropped.
  if (text.includes('\u0000') || !text.isWellFormed()) throw new Unusable('unstorable-text', place)
  const line = text.replace(BREAKS, ' ').trim()
  if (line === '') return 'unknown'
  return clipped(line)
}

export function codeAt(node: Json, key: string): string | undefined {
  const value = node[key]
  return typeof value === 'string' ? value : undefined
}

export function numberAt(node: Json, key: string): number | undefined {
  const value = node[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** At most 200 characters of a line that was put together; a longer one ends in …. */
export const clipped = (line: string): string => (line.length > LINE_LIMIT ? shorten(line) : line)

function shorten(line: string): string {
  const cut = line.slice(0, LINE_LIMIT - 1)
  // A cut between the halves of a pair would leave a lone surrogate.
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}
