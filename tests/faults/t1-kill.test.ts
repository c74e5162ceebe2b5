import path from 'node:path'
import { expect, test } from 'vitest'
import { sql } from '#electron/store/sql.ts'
import { Store } from '#electron/store/store.ts'
import { quickCheck, verifyChain, verifyRows } from '#electron/store/verify.ts'
import { temporaryFolder, testAt, testKey } from '#tests/support/store.ts'
import { runChild, seeded } from './child-process.ts'

const TRIALS = 100
const LANES = 2

/** T1: kill -9 in the stream of saves, on the real store with its triggers, history and anchor. */
test('a killed program has lost no save it had acknowledged and left no half one', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32)
  const random = seeded(seed)
  const lanes = Array.from({ length: LANES }, () => lane(TRIALS / LANES, random))
  const results = await Promise.all(lanes)
  const total = results.reduce((sum, each) => ({ acknowledged: sum.acknowledged + each.acknowledged, killed: sum.killed + each.killed }))
  console.log(`T1: ${total.killed} kills, ${total.acknowledged} acknowledged saves, 0 lost (seed ${seed})`)
  expect(total.killed).toBe(TRIALS)
  expect(total.acknowledged).toBeGreaterThan(TRIALS * 3)
})

async function lane(trials: number, random: () => number): Promise<{ acknowledged: number; killed: number }> {
  const file = path.join(temporaryFolder('kill'), 'store.db')
  const options = { file, anchorFile: file.replace(/\.db$/, '.anchor'), key: testKey, at: testAt, cacheKiB: 4_096 }
  Store.create(options).close()
  let [acknowledged, killed] = [0, 0]
  for (let trial = 1; trial <= trials; trial++) {
    const run = runChild('save-forever', [file])
    // Somewhere in the stream of saves, by their number first and by time last: the same on a fast and on a busy machine.
    await run.linesPrinted(1 + Math.floor(random() * 12))
    await new Promise(resolve => { setTimeout(resolve, random() * 12) })
    run.child.kill('SIGKILL')
    await run.ended
    if (run.child.signalCode === 'SIGKILL') killed++
    acknowledged = Math.max(acknowledged, ...run.lines.map(Number).filter(Number.isFinite))
    judge(Store.open(options), acknowledged, trial % 10 === 0)
  }
  return { acknowledged, killed }
}

function judge(store: Store, acknowledged: number, isThorough: boolean): void {
  store.read(db => {
    const count = db.get(sql`SELECT (SELECT count(*) FROM patient) patients, (SELECT max(id) FROM patient) newest, (SELECT count(*) FROM patient_telecom) phones,
      (SELECT count(*) FROM audit) lines, (SELECT count(*) FROM command) commands`)
    const patients = Number(count?.['patients'])
    expect(patients).toBeGreaterThanOrEqual(acknowledged)
    expect(count).toEqual({ patients, newest: patients === 0 ? null : String(patients).padStart(26, '0'), phones: patients * 2, lines: patients, commands: patients })
    expect(['in-step', 'ahead']).toContain(store.anchorState.kind)
    if (isThorough) expect([quickCheck(db), verifyChain(db).brokenAt, verifyRows(db).findings]).toEqual(['ok', null, []])
  })
  store.close()
}
