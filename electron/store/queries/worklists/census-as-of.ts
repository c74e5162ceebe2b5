import { z } from 'zod'
import type { Instant } from '#shared/kernel/instant.ts'
import { nullToUnknown, type OrUnknown } from '#shared/kernel/unknown.ts'
import { Moment } from '#shared/model/scalars.ts'
import type { ReadDb } from '../../db.ts'
import { sql } from '../../sql.ts'

const Row = z.object({ asOf: Moment.nullable() })

/** The moment the newest census spoke of; every list shows it. */
export function censusAsOf(db: ReadDb): OrUnknown<Instant> {
  return nullToUnknown(Row.parse(db.get(sql`SELECT max(as_of) AS asOf FROM import_run WHERE kind = 'census'`)).asOf)
}
