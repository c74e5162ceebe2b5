import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppErrorShape } from '#shared/contract/errors.ts'
import { contract, isChannel, type Channel } from '#shared/contract/index.ts'
import { payloadsFor } from '#tests/support/payloads.ts'
import { testCore } from '#tests/support/core.ts'

const seed = Number(process.env['CASEBOARD_FUZZ_SEED'] ?? 20261122)
const runs = Number(process.env['CASEBOARD_FUZZ_RUNS'] ?? 60)

/** These read and write whole files; a few tries of them cost as much as hundreds of others. */
const heavy = ['workstation.check', 'workstation.backUpNow', 'workstation.restore', 'session.setUp', 'session.recoverWithKey']
/** Ends the core, as it should. */
const ends = ['session.lock']
const only = process.env['CASEBOARD_FUZZ_ONLY'] ?? ''

const channels: readonly Channel[] = Object.keys(contract).filter(name => isChannel(name)).filter(name => !ends.includes(name) && name.includes(only))

test(`T7: no payload on any channel brings an uncaught error, an unknown code or a polluted prototype (seed ${seed})`, async () => {
  let asked = 0
  let accepted = 0
  const unexpected = new Map<string, unknown>()
  for (const channel of channels) {
    const core = await testCore({ role: 'lead' })
    const count = heavy.includes(channel) ? 5 : runs
    for (const payload of fc.sample(payloadsFor(contract[channel].input), { numRuns: count, seed })) {
      const reply = await core.reply(channel, payload)
      asked += 1
      if (!reply.ok) AppErrorShape.parse(reply.error)
      if (reply.ok || reply.error.code !== 'validation') accepted += 1
      if (!reply.ok && reply.error.code === 'unexpected') unexpected.set(channel, payload)
    }
    await core.close()
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect([...unexpected.keys()], 'channels that answered "unexpected"').toEqual([])
  expect(accepted / asked, `${accepted} of ${asked} accepted`).toBeGreaterThanOrEqual(0.2)
})
