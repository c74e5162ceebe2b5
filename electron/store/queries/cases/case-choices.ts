import { z } from 'zod'
import { PersonId, UnitId, type PersonId as Person, type UnitId as Unit } from '#shared/model/ids.ts'
import { Role } from '#shared/model/role.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const UnitRow = z.object({ id: UnitId, name: z.string(), kind: z.literal(['inpatient', 'clinic']) })
const PersonRow = z.object({ id: PersonId, name: z.string(), role: Role })

/** Units and clinics in their order. */
export function unitChoices(db: ReadDb): z.output<typeof UnitRow>[] {
  return db.all(sql`SELECT id, name, kind FROM unit WHERE removed_at IS NULL ORDER BY position, name`).map(row => UnitRow.parse(row))
}

/** Those who may carry a case, by name, with their units. Nobody who is disabled. */
export function personChoices(db: ReadDb): { id: Person; name: string; role: Role; unitIds: Unit[] }[] {
  const people = db.all(sql`
    SELECT id, full_name AS name, role FROM person
    WHERE status = 'active' AND role IN ('case-manager', 'outpatient-case-manager', 'care-manager', 'lead') ORDER BY full_name, id`).map(row => PersonRow.parse(row))
  return people.map(person => ({ ...person, unitIds: unitsOfPerson(db, person.id) }))
}

/** True when the person may carry a case. */
export function mayCarryCases(db: ReadDb, id: Person): boolean {
  return personChoices(db).some(person => person.id === id)
}

/** The name a unit or a person goes by, for the history of a case. */
export function nameOfUnit(db: ReadDb, id: Unit): string | null {
  const name = db.get(sql`SELECT name FROM unit WHERE id = ${id}`)?.['name']
  return typeof name === 'string' ? name : null
}

export function nameOfPerson(db: ReadDb, id: Person): string | null {
  const name = db.get(sql`SELECT full_name AS name FROM person WHERE id = ${id}`)?.['name']
  return typeof name === 'string' ? name : null
}

function unitsOfPerson(db: ReadDb, id: Person): Unit[] {
  return db.all(sql`SELECT unit_id AS id FROM person_unit WHERE person_id = ${id} AND removed_at IS NULL ORDER BY unit_id`).map(row => UnitId.parse(row['id']))
}
