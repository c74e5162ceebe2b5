import { type Entry, indexEntries } from '#shared/domain/interchange/fhir/entries.ts'
import { type Json, isJson } from '#shared/domain/interchange/fhir/json.ts'
import { type BundleInput, type FileReading, readBundle } from '#shared/domain/interchange/fhir/read-bundle.ts'
import { otherVersion } from '#shared/domain/interchange/fhir/version.ts'
import { type Problem } from '#shared/domain/interchange/incoming.ts'
import { problemSaying } from '#shared/domain/interchange/problem.ts'
import { reasons } from '#shared/domain/interchange/unusable.ts'
import { deeperThan, lineOf } from './json-depth.ts'
import { FileRefused, limits } from './refusal.ts'

export type ReadingInput = Omit<BundleInput, 'items' | 'placeOf'>

/** FHIR R4 as JSON: a bundle, a single resource, or one of either on each line (NDJSON). Throws `FileRefused` when nothing of it can be read. */
export function readJson(text: string, input: ReadingInput): FileReading {
  const { items, problems } = itemsOf(text, input.file)
  const { entries } = indexEntries(items)
  refuseOtherVersions(entries, input.file)
  refuseWithoutPatient(entries, items.length, input.file)
  const reading = readBundle({ ...input, items })
  return { ...reading, problems: [...problems, ...reading.problems] }
}

interface Items {
  readonly items: readonly unknown[]
  readonly problems: readonly Problem[]
}

function itemsOf(text: string, file: string): Items {
  refuseDeep(text, file)
  const whole = parsed(text)
  if (whole.ok) return { items: resourcesIn(whole.value, file), problems: [] }
  const lines = linesOf(text)
  if (lines.length < 2 || !lines.some(line => line.value !== null)) throw new FileRefused(`${file}, ${whole.place}: it is not JSON, so nothing of it was read.`)
  return fromLines(lines, file)
}

interface Line {
  readonly number: number
  /** `null` for a line that is not JSON. */
  readonly value: { readonly json: unknown } | null
}

/** The lines of NDJSON. The first few decide whether it is that at all. */
function linesOf(text: string): readonly Line[] {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== '')
  const first = lines[0] === undefined ? null : parsed(lines[0].line)
  if (first === null || (!first.ok && !lines.slice(1, 4).some(({ line }) => line.startsWith('{') && parsed(line).ok))) return []
  return lines.map(({ line, number }) => {
    const result = parsed(line)
    return { number, value: result.ok ? { json: result.value } : null }
  })
}

function fromLines(lines: readonly Line[], file: string): Items {
  const problems = lines.filter(line => line.value === null).map(line => problemSaying(file, `line ${line.number}`, 'it is not JSON; it was left out.'))
  const items = lines.flatMap(({ value }) => (value === null ? [{}] : isJson(value.json) && typeof value.json['resourceType'] === 'string' ? resourcesIn(value.json, file) : [{}]))
  return { items, problems: problems.slice(0, 20) }
}

function resourcesIn(value: unknown, file: string): readonly unknown[] {
  if (!isJson(value)) throw new FileRefused(`${file}, as a whole: it is JSON but not FHIR (it is not an object), so nothing of it was read.`)
  const type = value['resourceType']
  if (typeof type !== 'string') throw new FileRefused(`${file}, as a whole: it is JSON but not FHIR (it has no resourceType), so nothing of it was read.`)
  return type === 'Bundle' ? entriesOf(value, file) : [{ resource: value }]
}

function entriesOf(bundle: Json, file: string): readonly unknown[] {
  const entries = bundle['entry'] ?? []
  if (!Array.isArray(entries)) throw new FileRefused(`${file}, Bundle.entry: it is not a list, so nothing of the file was read.`)
  if (entries.length === 0) throw new FileRefused(`${file}, Bundle.entry: the bundle is empty.`)
  return entries
}

function refuseDeep(text: string, file: string): void {
  const deep = deeperThan(text, limits.jsonDepth)
  if (deep !== null) throw new FileRefused(`${file}, line ${deep.line}: it is nested more than ${limits.jsonDepth} levels deep, so nothing of it was read.`)
}

function refuseOtherVersions(entries: readonly Entry[], file: string): void {
  const version = otherVersion(entries)
  if (version !== null) throw new FileRefused(`${file}, as a whole: it looks like FHIR ${version}; Caseboard reads FHIR R4, so nothing of it was read.`, entries.length)
}

function refuseWithoutPatient(entries: readonly Entry[], count: number, file: string): void {
  if (entries.length === 0) throw new FileRefused(`${file}, entry 1: ${lower(reasons['not-a-resource'])} Nothing of the file was read.`, count)
  if (!entries.some(entry => entry.type === 'Patient')) throw new FileRefused(`${file}, as a whole: it holds no Patient, so nothing of it can be told to belong to anybody.`, count)
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly place: string }

/** The error's own words quote the file, and the file is about a patient: only the place is taken from them. */
function parsed(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    return { ok: true, value }
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(words)?.[1]
    return { ok: false, place: position !== undefined ? `line ${lineOf(text, Number(position))}` : words.includes('end of JSON') ? 'at its end' : 'as a whole' }
  }
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)
