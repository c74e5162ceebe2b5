import type { Output, Parsed } from '#shared/contract/index.ts'
import { facilityId, findUnitByName, getFacility as readFacility, insertUnit, listUnits, removeUnitRow, updateFacility as writeFacility, updateUnit } from '#electron/store/queries/accounts/facility.ts'
import type { WriteDb } from '#electron/store/db.ts'
import type { UnitId } from '#shared/model/ids.ts'
import type { Deps, RequestContext } from '../deps.ts'
import { changedMeanwhile, invalid, notFound, refused } from './errors.ts'
import { chooseBackupFolder } from './choose-backup-folder.ts'
import { factsOf } from './facility-facts.ts'

export function getFacility({ store }: Deps): Output<'facility.get'> {
  return store.read(readFacility)
}

/** Changes hold from this moment: the idle watch and "today" follow. */
export function updateFacility({ store, session, events }: Deps, context: RequestContext, { expectedVersion, fields }: Parsed<'facility.update'>): Output<'facility.update'> {
  if (fields.backupFolder !== store.read(readFacility).backupFolder) chooseBackupFolder(fields.backupFolder, 'fields.backupFolder')
  const result = store.write(context, db => {
    const before = readFacility(db)
    const version = writeFacility(db, expectedVersion, fields)
    if (version === null) throw changedMeanwhile(before.version)
    const keys = ['name', 'zone', 'idleMinutes', 'blurSeconds', 'backupFolder'] as const
    db.audit({ action: 'facility.edited', entity: 'facility', entityId: facilityId(db), changedFields: keys.filter(key => before[key] !== fields[key]) })
    return { version }
  })
  session.changeFacility(factsOf(store.read(readFacility)))
  events.changed('facility', 'backup')
  return result
}

export function addUnit({ store, ids, events }: Deps, context: RequestContext, unit: Parsed<'facility.addUnit'>): Output<'facility.addUnit'> {
  const result = store.write(context, db => {
    const unitId = ids.next('unit')
    requireFreeName(db, unit.name, null)
    insertUnit(db, unitId, unit)
    db.audit({ action: 'unit.added', entity: 'unit', entityId: unitId })
    return { unitId }
  })
  events.changed('facility')
  return result
}

/** Also brings back a unit that was removed. */
export function editUnit({ store, events }: Deps, context: RequestContext, { unitId, expectedVersion, name, kind }: Parsed<'facility.editUnit'>): Output<'facility.editUnit'> {
  const result = store.write(context, db => {
    const before = requireUnit(db, unitId)
    requireFreeName(db, name, unitId)
    const version = updateUnit(db, unitId, expectedVersion, { name, kind })
    if (version === null) throw changedMeanwhile(before.version)
    db.audit({ action: 'unit.edited', entity: 'unit', entityId: unitId, changedFields: [...(before.name === name ? [] : ['name']), ...(before.kind === kind ? [] : ['kind']), ...(before.removed ? ['removed'] : [])] })
    return { version }
  })
  events.changed('facility', 'worklists')
  return result
}

export function removeUnit({ store, events }: Deps, context: RequestContext, { unitId, expectedVersion }: Parsed<'facility.removeUnit'>): Output<'facility.removeUnit'> {
  const result = store.write(context, db => {
    const before = requireUnit(db, unitId)
    if (listUnits(db).filter(unit => !unit.removed).length === 1) throw refused('This is the last unit. Add another one before removing it.')
    const version = removeUnitRow(db, unitId, expectedVersion, context.at)
    if (version === null) throw changedMeanwhile(before.version)
    db.audit({ action: 'unit.removed', entity: 'unit', entityId: unitId })
    return { version }
  })
  events.changed('facility')
  return result
}

function requireUnit(db: WriteDb, unitId: UnitId) {
  const unit = listUnits(db).find(each => each.unitId === unitId)
  if (unit === undefined) throw notFound('This unit is not there any more.')
  return unit
}

function requireFreeName(db: WriteDb, name: string, except: UnitId | null): void {
  const twin = findUnitByName(db, name, except)
  if (twin !== null) throw invalid({ name: twin.removed ? `There was a unit of this name. Bring it back instead of adding another.` : 'There is a unit or clinic of this name already.' })
}
