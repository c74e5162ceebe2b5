import { afterEach, expect, test } from 'vitest'
import { plainId } from '#tests/support/plain-id.ts'
import { testCore, type TestCore } from '#tests/support/core.ts'

let core: TestCore
afterEach(async () => { await core.close() })

test('a name that is no channel is refused, also when objects have a member of that name', async () => {
  core = await testCore()
  for (const name of ['constructor', '__proto__', 'toString', 'cases.nothing', '']) {
    expect(await core.reply(name, {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  }
})

test('an unknown key in the input is refused and named', async () => {
  core = await testCore()
  expect(await core.reply('jobs.cancel', { commandId: plainId('command', 5), more: 1 })).toMatchObject({ ok: false, error: { code: 'validation' } })
})
