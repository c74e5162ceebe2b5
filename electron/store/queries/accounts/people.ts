import { Colleague, Person, type PersonFields } from '#shared/contract/accounts.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { PersonId, UnitId } from '#shared/model/ids.ts'
import type { StoredPin } from '#electron/security/pin.ts'
import { normalName } from '#electron/security/slots.ts'
import { SignedIn } from '#shared/model/session.ts'
import type { ReadDb, Row, WriteDb } from '../../db.ts'
import { json } from '../../row.ts'
import { sql } from '../../sql.ts'

const columns = sql`
  p.id AS personId, p.version, p.full_name AS fullName, p.initials, p.role, p.status, p.phone, p.sign_in_name AS signInName, p.pin_hash IS NOT NULL AS hasPin,
  (SELECT json_group_array(pu.unit_id) FROM person_unit pu JOIN unit u ON u.id = pu.unit_id WHERE pu.person_id = p.id AND pu.removed_at IS NULL AND u.removed_at IS NULL) AS unitIds`

/** Everyone who works or worked here, by name. */
export function listColleagues(db: ReadDb): Colleague[] {
  return db.all(sql`SELECT ${columns} FROM person p ORDER BY p.full_name COLLATE NOCASE, p.id`).map(row =>
    Colleague.parse({
      personId: row['personId'], name: row['fullName'], initials: row['initials'], role: row['role'], unitIds: json(row, 'unitIds'), active: row['status'] === 'active',
    }))
}

/** For the administrator, by name; with the last sign-in of each. */
export function listPeople(db: ReadDb): Person[] {
  return db
    .all(sql`SELECT ${columns}, (SELECT max(at) FROM audit WHERE actor_id = p.id AND action = 'session.signed-in') AS lastSignInAt FROM person p ORDER BY p.status, p.full_name COLLATE NOCASE, p.id`)
    .map(toPerson)
}

export function findPerson(db: ReadDb, personId: PersonId): Person | null {
  const row = db.get(sql`SELECT ${columns}, (SELECT max(at) FROM audit WHERE actor_id = p.id AND action = 'session.signed-in') AS lastSignInAt FROM person p WHERE p.id = ${personId}`)
  return row === undefined ? null : toPerson(row)
}

/** The role of an active person; `null` for somebody disabled or unknown. */
export function activeRoleOf(db: ReadDb, personId: PersonId): string | null {
  const row = db.get(sql`SELECT role FROM person WHERE id = ${personId} AND status = 'active'`)
  return row === undefined ? null : String(row['role'])
}

/** Everybody whose sign-in was closed. */
export function listDisabledPeople(db: ReadDb): PersonId[] {
  return db.all(sql`SELECT id FROM person WHERE status = 'disabled'`).map(row => Colleague.shape.personId.parse(row['id']))
}

/** The active person a session belongs to; `null` for somebody disabled or unknown. `mustChangePassphrase` comes from the keyring. */
export function findSignedIn(db: ReadDb, personId: PersonId, mustChangePassphrase: boolean): SignedIn | null {
  const row = db.get(sql`SELECT ${columns} FROM person p WHERE p.id = ${personId} AND p.status = 'active'`)
  if (row === undefined) return null
  return SignedIn.parse({
    personId: row['personId'], name: row['fullName'], initials: row['initials'], role: row['role'], unitIds: json(row, 'unitIds'), hasPin: row['hasPin'] === 1, mustChangePassphrase,
  })
}

/** Case and width of letters do not tell two people apart: names are compared as the key file compares them, which SQLite does for ASCII only. */
export function findPersonIdBySignInName(db: ReadDb, signInName: string): PersonId | null {
  const wanted = normalName(signInName)
  const row = db.all(sql`SELECT id, sign_in_name AS name FROM person`).find(({ name }) => normalName(String(name)) === wanted)
  return row === undefined ? null : Colleague.shape.personId.parse(row['id'])
}

/** Active administrators other than this person: the last one may neither leave nor change role. */
export function countOtherAdministrators(db: ReadDb, personId: PersonId): number {
  const row = db.get(sql`SELECT count(*) AS n FROM person WHERE role = 'administrator' AND status = 'active' AND id <> ${personId}`)
  return Number(row?.['n'] ?? 0)
}

export function insertPerson(db: WriteDb, personId: PersonId, signInName: string, fields: PersonFields, at: Instant): void {
  db.run(sql`
    INSERT INTO person (id, version, sign_in_name, full_name, initials, role, status, phone, created_at)
    VALUES (${personId}, 1, ${signInName.normalize('NFKC')}, ${fields.fullName}, ${fields.initials}, ${fields.role}, 'active', ${fields.phone === 'unknown' ? null : fields.phone}, ${at})`)
}

/** Writes the fields; the new version, or `null` when somebody else was first. */
export function updatePerson(db: WriteDb, personId: PersonId, expectedVersion: number, fields: PersonFields): number | null {
  const { changes } = db.run(sql`
    UPDATE person SET version = version + 1, full_name = ${fields.fullName}, initials = ${fields.initials}, role = ${fields.role}, phone = ${fields.phone === 'unknown' ? null : fields.phone}
    WHERE id = ${personId} AND version = ${expectedVersion}`)
  return changes === 1 ? expectedVersion + 1 : null
}

export function setPersonStatus(db: WriteDb, personId: PersonId, expectedVersion: number, status: 'active' | 'disabled'): number | null {
  const { changes } = db.run(sql`UPDATE person SET version = version + 1, status = ${status}, pin_salt = NULL, pin_hash = NULL WHERE id = ${personId} AND version = ${expectedVersion}`)
  return changes === 1 ? expectedVersion + 1 : null
}

/** The units a person works on; those left out are marked as ended, those that come back continue. `newId` names the rows that are new. */
export function setPersonUnits(db: WriteDb, personId: PersonId, unitIds: readonly UnitId[], at: Instant, newId: () => string): void {
  db.run(sql`UPDATE person_unit SET version = version + 1, removed_at = ${at} WHERE person_id = ${personId} AND removed_at IS NULL AND unit_id NOT IN ${sql.list(unitIds)}`)
  for (const unitId of unitIds) {
    const row = db.get(sql`SELECT id, removed_at AS removedAt FROM person_unit WHERE person_id = ${personId} AND unit_id = ${unitId}`)
    if (row === undefined) db.run(sql`INSERT INTO person_unit (id, version, person_id, unit_id) VALUES (${newId()}, 1, ${personId}, ${unitId})`)
    else if (row['removedAt'] !== null) db.run(sql`UPDATE person_unit SET version = version + 1, removed_at = NULL WHERE id = ${String(row['id'])}`)
  }
}

export function findPin(db: ReadDb, personId: PersonId): StoredPin | null {
  const row = db.get(sql`SELECT pin_salt AS salt, pin_hash AS hash FROM person WHERE id = ${personId} AND pin_hash IS NOT NULL`)
  return row === undefined ? null : { salt: String(row['salt']), hash: String(row['hash']) }
}

export function setPin(db: WriteDb, personId: PersonId, pin: StoredPin | null): void {
  db.run(sql`UPDATE person SET version = version + 1, pin_salt = ${pin?.salt ?? null}, pin_hash = ${pin?.hash ?? null} WHERE id = ${personId}`)
}

function toPerson(row: Row): Person {
  return Person.parse({
    personId: row['personId'], version: row['version'], fullName: row['fullName'], initials: row['initials'], role: row['role'], status: row['status'],
    phone: row['phone'] ?? 'unknown', signInName: row['signInName'], unitIds: json(row, 'unitIds'), lastSignInAt: row['lastSignInAt'] ?? 'never',
  })
}
