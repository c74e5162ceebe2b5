import type { Output, Parsed } from '#shared/contract/index.ts'
import { findPreference, savePreferenceRow } from '#electron/store/queries/preferences.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { invalid } from './errors.ts'

/** How one person likes their screens: sort, columns, theme. Nothing of a patient, nothing audited. */
export function preference({ store }: Deps, { actorId }: RequestContext, { key }: Parsed<'session.preference'>): Output<'session.preference'> {
  return { value: store.read(db => findPreference(db, actorId, key)) ?? 'unknown' }
}

export function savePreference({ store }: Deps, context: RequestContext, { key, value }: Parsed<'session.savePreference'>): Output<'session.savePreference'> {
  try {
    JSON.parse(value)
  } catch {
    throw invalid({ value: 'A preference is kept as JSON.' })
  }
  store.write({ ...context, commandId: null }, db => savePreferenceRow(db, context.actorId, key, value))
  return {}
}
