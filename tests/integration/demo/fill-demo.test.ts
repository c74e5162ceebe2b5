import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDemo } from '#electron/services/demo/create-demo.ts'
import { fillDemo } from '#electron/services/demo/fill-demo.ts'
import { openDemo } from '#electron/services/accounts/open-demo.ts'
import { sql } from '#electron/store/sql.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

// Filling one takes seconds; the tests only look at it.
let first: TestCore
beforeAll(async () => { first = await aDemo('2026-11-22') })
afterAll(() => first.close())

async function aDemo(today: string): Promise<TestCore> {
  const demo = await testCore({ blank: true, demo: true, today })
  createDemo(demo.core.deps)
  openDemo(demo.core.deps)
  await fillDemo(demo.core.deps)
  return demo
}

const counted = (demo: TestCore, what: ReturnType<typeof sql>): Record<string, number> =>
  Object.fromEntries(demo.deps.store.read(db => db.all(what)).map(row => [String(row['name']), Number(row['n'])]))

test('a demo has 24 open and 20 closed cases, payers of every kind and stays in every state', async () => {
  const demo = first
  expect(counted(demo, sql`SELECT status AS name, count(*) AS n FROM "case" GROUP BY status`)).toEqual({ open: 24, closed: 20 })
  expect(Object.keys(counted(demo, sql`SELECT payer_kind AS name, count(*) AS n FROM coverage GROUP BY payer_kind`)).toSorted()).toEqual(['commercial', 'medicaid', 'medicare', 'medicare-advantage', 'other', 'self-pay', 'veterans', 'workers-comp'])
  expect(Object.keys(counted(demo, sql`SELECT status AS name, count(*) AS n FROM stay GROUP BY status`)).toSorted()).toEqual(['discharged', 'emergency', 'in-care', 'inpatient', 'observation', 'outpatient', 'planned'])
  expect(counted(demo, sql`SELECT kind AS name, count(*) AS n FROM unit GROUP BY kind`)).toEqual({ inpatient: 6, clinic: 2 })
  const reached = demo.deps.store.read(db => db.get(sql`
    SELECT sum(reached_on > planned_on) AS late, sum(reached_on < planned_on) AS early, sum(reached_on = planned_on) AS onTime, (SELECT count(*) FROM timeline_entry WHERE status = 'missed') AS missed
    FROM timeline_entry WHERE status = 'reached'`))
  for (const pace of ['late', 'early', 'onTime', 'missed']) expect(Number(reached?.[pace]), pace).toBeGreaterThan(0)
})

test('the same demo on another day is the same, moved', async () => {
  const names = (demo: TestCore): unknown[] => demo.deps.store.read(db => db.all(sql`SELECT family_name, given_names, mrn FROM patient ORDER BY mrn`))
  const later = await aDemo('2027-03-01')
  expect(names(later)).toEqual(names(first))
  await later.close()
})
