import type { Instant } from '#shared/kernel/instant.ts'
import type { IncomingMove } from '../incoming.ts'
import { codesAt } from './coding.ts'
import { referenceAt } from './entries.ts'
import { type Json, lineAt, objectAt, objectsAt } from './json.ts'
import { type Reader, resolved } from './reader.ts'
import { periodAt } from './when.ts'

type Place = { readonly unitName: string; readonly room: string; readonly bed: string }

const nowhere: Place = { unitName: 'unknown', room: 'unknown', bed: 'unknown' }
/** A bed lies in a room, a room on a ward, a ward in a building: deeper chains are a loop. */
const MAX_DEPTH = 6

/** The locations of an encounter as unit moves in order of time; a location that is only the building is no move. */
export function unitMoves(resource: Json, arrivedAt: Instant, facilityName: string, reader: Reader): readonly IncomingMove[] {
  const moves = objectsAt(resource, 'location').map(step => {
    const place = placeOf(resource, step, reader)
    const { start } = periodAt(step, 'period', reader.context)
    return { ...place, from: start === 'unknown' ? arrivedAt : start }
  }).filter(move => !isNowhere(move) && !isBuilding(move, facilityName))
  return moves.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).filter((move, index, all) => index === 0 || !samePlace(move, all[index - 1] ?? nowhere))
}

/** The name a location carries, put where its physical type says; a bed takes room and ward from what it is part of. */
function placeOf(resource: Json, step: Json, reader: Reader): Place {
  const target = resolved(reader, resource, step, 'location')
  const display = lineAt(objectAt(step, 'location'), 'display')
  if (target === undefined) return put(nowhere, codesAt(step, 'physicalType'), display)
  let place = nowhere
  let here: Json | undefined = target
  for (let depth = 0; here !== undefined && depth < MAX_DEPTH; depth += 1) {
    const own = codesAt(here, 'physicalType')
    place = put(place, own.length === 0 && depth === 0 ? codesAt(step, 'physicalType') : own, lineAt(here, 'name'))
    here = referenceAt(here, 'partOf') === undefined ? undefined : resolved(reader, here, here, 'partOf')
  }
  return place
}

function put(place: Place, types: readonly string[], name: string): Place {
  if (name === 'unknown' || types.some(type => ['si', 'bu', 'ho', 'jdn', 'area', 'lvl', 'wi'].includes(type))) return place
  if (types.includes('bd')) return place.bed === 'unknown' ? { ...place, bed: name } : place
  if (types.includes('ro')) return place.room === 'unknown' ? { ...place, room: name } : place
  return place.unitName === 'unknown' ? { ...place, unitName: name } : place
}

const isNowhere = (place: Place): boolean => place.unitName === 'unknown' && place.room === 'unknown' && place.bed === 'unknown'

/** Many sources write the hospital itself as the only location. */
const isBuilding = (place: Place, facilityName: string): boolean => place.unitName === facilityName && place.room === 'unknown' && place.bed === 'unknown'

const samePlace = (a: Place, b: Place): boolean => a.unitName === b.unitName && a.room === b.room && a.bed === b.bed

