import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { systemClock } from '#electron/platform/clock.ts'
import { FREE_TRIES, waitAfter } from '#electron/security/lockout.ts'
import { signIn } from '#electron/security/sign-in.ts'
import { nurse, testProfile } from '#tests/support/profile.ts'
import { runChild, seeded } from './child-process.ts'

const KILLS = 10

/** T19: guessing at full speed, the program killed and the clock set in between. */
test('killing the program and setting the clock buys no more than five guesses in the first thirty seconds', async ({ skip }) => {
  const t = await testProfile()
  const random = seeded(19)
  const faketime = faketimeLibrary()
  if (faketime === null) skip('no faketime')
  const started = performance.now()
  let [guesses, waits] = [0, 0]
  for (let i = 0; i < KILLS; i++) {
    // The library itself, not the wrapper: killing the wrapper leaves its child alive.
    const env = i % 3 === 0 ? {} : { LD_PRELOAD: faketime ?? '', FAKETIME: i % 3 === 1 ? '+3d' : '-3d' }
    const run = runChild('guess', [t.folder, nurse.signInName], { env })
    await run.linesPrinted(i === KILLS - 1 ? 40 : 2 + Math.floor(random() * 3))
    run.child.kill('SIGKILL')
    await run.ended
    guesses += run.lines.filter(line => line === 'K').length
    waits += run.lines.filter(line => line === 'wait').length
  }
  const seconds = (performance.now() - started) / 1_000
  console.log(`T19: ${guesses} guesses, ${waits} turned away without one, in ${seconds.toFixed(0)} s`)
  expect(guesses).toBeGreaterThan(1)
  expect(guesses).toBeLessThanOrEqual(guessesAllowedIn(seconds))
  expect(waits).toBeGreaterThan(0)

  const clock = systemClock()
  const answer = await signIn({ ...t, clock }, nurse)
  if (answer.kind !== 'wait') throw new Error('The right passphrase was not made to wait.')
  const afterTheWait = { ...clock, uptimeSeconds: () => clock.uptimeSeconds() + answer.seconds + 1 }
  expect(await signIn({ ...t, clock: afterTheWait }, nurse)).toMatchObject({ kind: 'signed-in' })
})

/** Five in the first thirty seconds; a loaded machine may take longer and earn what the waits allow. */
function guessesAllowedIn(seconds: number): number {
  let [allowed, until] = [FREE_TRIES, 0]
  for (until += waitAfter(allowed); until <= seconds; until += waitAfter(allowed)) allowed++
  return allowed
}

function faketimeLibrary(): string | null {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').map(name => path.join('/usr/lib', name, 'faketime', 'libfaketimeMT.so.1')) : []
  return folders.find(file => existsSync(file)) ?? null
}

test('a thousand guesses with every wait sat out, restarts in between, come to a hundred derivations', async () => {
  const t = await testProfile()
  const before = t.kdf.runs
  for (let i = 0; i < 1_000; i++) {
    if (i % 50 === 49) t.clock.reboot()
    await signIn(t, { signInName: nurse.signInName, passphrase: `guess number ${i} of many` })
    if (i % 2 === 1) t.clock.pass(900_000)
  }
  expect(t.kdf.runs - before).toBe(100)
  expect(await signIn(t, nurse)).toMatchObject({ kind: 'stopped' })
})
