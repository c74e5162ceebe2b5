import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppErrorShape } from '#shared/contract/errors.ts'
import type { Operation } from '#shared/contract/define.ts'
import { contract, isChannel, type Channel } from '#shared/contract/index.ts'
import { mayDo } from '#shared/model/permission.ts'
import { Role } from '#shared/model/role.ts'
import { payloadsFor } from '#tests/support/payloads.ts'
import { testCore } from '#tests/support/core.ts'

const seed = Number(process.env['CASEBOARD_FUZZ_SEED'] ?? 20261122)
/** A seeded share of T7's 100,000 that a minute allows; `CASEBOARD_FUZZ_RUNS=850` makes them all. */
const runs = Number(process.env['CASEBOARD_FUZZ_RUNS'] ?? 150)

/** These read and write whole files; a few tries of them cost as much as hundreds of others. */
const heavy = ['workstation.check', 'workstation.backUpNow', 'workstation.restore', 'session.setUp', 'session.recoverWithKey']
/** Ends the core, as it should. */
const ends = ['session.lock']
const only = process.env['CASEBOARD_FUZZ_ONLY'] ?? ''

const channels: readonly Channel[] = Object.keys(contract).filter(name => isChannel(name)).filter(name => !ends.includes(name) && name.includes(only))

/** What the dispatcher answers by itself to a whole payload. */
const beforeTheHandler: readonly string[] = ['forbidden', 'locked', 'step-up']

function isWhole(operation: Operation, payload: unknown): boolean {
  try {
    return operation.input.safeParse(payload).success
  } catch {
    return false
  }
}

/** Somebody who may: a refusal by role would keep every payload from its handler. */
function roleFor({ permission }: Operation): Role {
  const role = [...Role.values].find(each => mayDo(each, permission))
  if (role === undefined) throw new RangeError(`Nobody holds ${permission}.`)
  return role
}

test(`T7: no payload on any channel brings an uncaught error, an unknown code or a polluted prototype (seed ${seed})`, async () => {
  let asked = 0
  let reached = 0
  const unexpected = new Map<string, unknown>()
  const traceless = new Set<string>()
  const shut = new Set<string>()
  for (const channel of channels) {
    const operation: Operation = contract[channel]
    const core = await testCore(operation.access === 'before-unlock' ? { blank: true } : { role: roleFor(operation) })
    const count = heavy.includes(channel) ? 5 : runs
    let reachedHere = 0
    for (const payload of fc.sample(payloadsFor(operation.input), { numRuns: count, seed })) {
      const commandId = operation.kind === 'command' ? core.core.deps.ids.next('command') : undefined
      const reply = await core.reply(channel, payload, commandId)
      asked += 1
      if (!reply.ok) AppErrorShape.parse(reply.error)
      if (reply.ok || (isWhole(operation, payload) && !beforeTheHandler.includes(reply.error.code))) reachedHere += 1
      if (!reply.ok && reply.error.code === 'unexpected') unexpected.set(channel, payload)
      const isTraced = operation.kind === 'command' && operation.untraced !== true
      if (reply.ok && isTraced && commandId !== undefined && core.deps.store.findCommand(commandId) === null) traceless.add(channel)
    }
    if (reachedHere === 0 && !heavy.includes(channel)) shut.add(channel)
    reached += reachedHere
    await core.close()
  }
  console.log(`T7: ${asked} payloads (seed ${seed}), ${reached} reached a handler`)
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect([...unexpected.keys()], 'channels that answered "unexpected"').toEqual([])
  expect([...shut], 'channels whose handler no payload reached').toEqual([])
  expect([...traceless], 'commands that were done and left nothing under their id').toEqual([])
  expect(reached / asked, `${reached} of ${asked} reached a handler`).toBeGreaterThanOrEqual(0.2)
})
