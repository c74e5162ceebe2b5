import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import type { AppErrorShape } from '#shared/contract/errors.ts'

/** Puts the core's `validation` messages on the form's fields; true when it had any. `prefix` is where the form sits in the input (`fields.`). */
export function applyFieldErrors<T extends FieldValues>(setError: UseFormSetError<T>, shape: AppErrorShape, fields: readonly FieldPath<T>[], prefix = ''): boolean {
  if (shape.code !== 'validation') return false
  const hits = fields.filter(field => shape.fields[`${prefix}${field}`] !== undefined)
  for (const field of hits) setError(field, { type: 'core', message: shape.fields[`${prefix}${field}`] ?? '' })
  return hits.length > 0
}
