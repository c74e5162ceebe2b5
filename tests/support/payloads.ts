import fc from 'fast-check'
import { z } from 'zod'

/** Words that have broken other programs: prototype keys, SQL, markup, formulas, paths, NUL, a lone surrogate, length. */
const evilWords = [
  '__proto__', 'constructor', 'prototype', 'toString', "' OR 1=1 --", '"; DROP TABLE note; --', '<img src=x onerror=alert(1)>', "=cmd|' /C calc'!A0", '../../etc/passwd', '\u0000', '\uD800', 'a'.repeat(30_000), '%00', '${7*7}',
]
const likelyWords = [
  '01JDA0000000000000000000AA', '00000000000000000000000001', '2026-11-22', '2027-02-28', '2026-11-22T16:20:00.000Z', 'America/New_York', '470', 'Hip', 'A line of text', '/tmp/folder', '1234', 'unknown', 'none', 'NQ', 'nora', '07:02', '{}', '[]', '"x"',
  'appearance', 'fhir', 'cases', 'lime', 'lead',
]
const evil = fc.oneof(
  fc.constantFrom(...evilWords),
  fc.anything({ maxDepth: 3, withNullPrototype: true, withMap: true, withSet: true, withBigInt: true, withDate: true, withTypedArray: true }),
  fc.constantFrom('{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}').map((text): unknown => JSON.parse(text)),
)

/** Payloads for a schema: about two in three are what it asks for, the others have something hostile at one place or are hostile altogether. */
export function payloadsFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 6, arbitrary: valid(schema) }, { weight: 2, arbitrary: spoiled(schema) }, { weight: 1, arbitrary: evil })
}

function spoiled(schema: z.ZodType): fc.Arbitrary<unknown> {
  return fc.tuple(valid(schema), fc.nat(), evil).map(([value, at, poison]) => {
    if (typeof value !== 'object' || value === null) return poison
    const keys = [...Object.keys(value), '__proto__', 'more']
    return Object.fromEntries([...Object.entries(value), [keys[at % keys.length] ?? 'more', poison]])
  })
}

function valid(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return fc.record(Object.fromEntries(Object.entries(schema.shape).map(([key, part]) => [key, valid(asType(part))])))
  if (schema instanceof z.ZodArray) return fc.array(valid(asType(schema.element)), { maxLength: 3 })
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(option => valid(asType(option))))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fc.option(valid(asType(schema.unwrap())), { nil: undefined })
  if (schema instanceof z.ZodNullable) return fc.option(valid(asType(schema.unwrap())), { nil: null })
  if (schema instanceof z.ZodPipe) return valid(asType(schema.in))
  if (schema instanceof z.ZodRecord) return fc.constant({})
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  return leaf(schema)
}

/** Whatever of the pool the schema takes: no need to know why. */
function leaf(schema: z.ZodType): fc.Arbitrary<unknown> {
  const pool: readonly unknown[] = [...likelyWords, ...evilWords, '', 0, 1, 7, 50, 90, 2027, 1.5, -3, true, false, null]
  const taken = pool.filter(value => schema.safeParse(value).success)
  return taken.length === 0 ? fc.constant(undefined) : fc.constantFrom(...taken)
}

function asType(part: unknown): z.ZodType {
  if (part instanceof z.ZodType) return part
  throw new TypeError('Not a schema.')
}
