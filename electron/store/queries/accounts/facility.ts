import { Facility, Unit, type FacilityFields } from '#shared/contract/facility.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { UnitId } from '#shared/model/ids.ts'
import type { ReadDb, WriteDb } from '../../db.ts'
import { sql } from '../../sql.ts'

/** The one row of the facility, with every unit it ever had in its order. Throws when set-up never finished. */
export function getFacility(db: ReadDb): Facility {
  const row = db.get(sql`
    SELECT name, time_zone AS zone, idle_minutes AS idleMinutes, blur_seconds AS blurSeconds, backup_folder AS backupFolder, version, demo FROM facility`)
  if (row === undefined) throw new RangeError('The store has no facility.')
  return Facility.parse({ ...row, backupFolder: row['backupFolder'] ?? 'beside-store', demo: row['demo'] === 1, units: listUnits(db) })
}

/** The id of the facility's row, for the history. */
export function facilityId(db: ReadDb): string {
  return String(db.get(sql`SELECT id FROM facility`)?.['id'] ?? '')
}

export function listUnits(db: ReadDb): Unit[] {
  return db
    .all(sql`SELECT id AS unitId, version, name, kind, removed_at IS NOT NULL AS removed FROM unit ORDER BY position, name COLLATE NOCASE`)
    .map(row => Unit.parse({ ...row, removed: row['removed'] === 1 }))
}

export function insertFacility(db: WriteDb, id: string, fields: FacilityFields & { readonly demo: boolean }, at: Instant): void {
  db.run(sql`
    INSERT INTO facility (id, version, name, time_zone, idle_minutes, blur_seconds, backup_folder, demo, created_at)
    VALUES (${id}, 1, ${fields.name}, ${fields.zone}, ${fields.idleMinutes}, ${fields.blurSeconds}, ${folder(fields)}, ${fields.demo}, ${at})`)
}

/** The new version, or `null` when somebody else was first. */
export function updateFacility(db: WriteDb, expectedVersion: number, fields: FacilityFields): number | null {
  const { changes } = db.run(sql`
    UPDATE facility SET version = version + 1, name = ${fields.name}, time_zone = ${fields.zone}, idle_minutes = ${fields.idleMinutes}, blur_seconds = ${fields.blurSeconds}, backup_folder = ${folder(fields)}
    WHERE version = ${expectedVersion}`)
  return changes === 1 ? expectedVersion + 1 : null
}

/** A unit of that name that is not this one; a removed one counts, because old stays name it. */
export function findUnitByName(db: ReadDb, name: string, except: UnitId | null): Unit | null {
  return listUnits(db).find(unit => unit.unitId !== except && unit.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ?? null
}

/** A new unit stands after the others. */
export function insertUnit(db: WriteDb, unitId: UnitId, unit: { readonly name: string; readonly kind: Unit['kind'] }): void {
  db.run(sql`INSERT INTO unit (id, version, name, kind, position) VALUES (${unitId}, 1, ${unit.name}, ${unit.kind}, (SELECT coalesce(max(position), 0) + 1 FROM unit))`)
}

export function updateUnit(db: WriteDb, unitId: UnitId, expectedVersion: number, unit: { readonly name: string; readonly kind: Unit['kind'] }): number | null {
  const { changes } = db.run(sql`UPDATE unit SET version = version + 1, name = ${unit.name}, kind = ${unit.kind}, removed_at = NULL WHERE id = ${unitId} AND version = ${expectedVersion}`)
  return changes === 1 ? expectedVersion + 1 : null
}

export function removeUnitRow(db: WriteDb, unitId: UnitId, expectedVersion: number, at: Instant): number | null {
  const { changes } = db.run(sql`UPDATE unit SET version = version + 1, removed_at = ${at} WHERE id = ${unitId} AND version = ${expectedVersion} AND removed_at IS NULL`)
  return changes === 1 ? expectedVersion + 1 : null
}

const folder = (fields: FacilityFields): string | null => (fields.backupFolder === 'beside-store' ? null : fields.backupFolder)
