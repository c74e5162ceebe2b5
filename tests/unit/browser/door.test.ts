import { expect, test } from 'vitest'
import { Door } from '#electron/browser/door.ts'
import { fixedClock } from '#tests/support/clock.ts'

test('a token opens once', () => {
  const door = new Door(fixedClock())
  const token = door.newToken()
  expect(door.redeem(token, '')).not.toBeNull()
  expect(door.redeem(token, '')).toBeNull()
})

test('a token opens nothing after a minute, whatever is done to the wall clock', () => {
  const clock = fixedClock()
  const door = new Door(clock)
  const [first, second] = [door.newToken(), door.newToken()]
  clock.pass(59_000)
  expect(door.redeem(first, '')).not.toBeNull()
  clock.pass(2000)
  clock.setWall(fixedClock('2020-01-01T00:00:00.000Z').now())
  expect(door.redeem(second, '')).toBeNull()
})

test('tokens and secrets hold 256 bits and never repeat', () => {
  const door = new Door(fixedClock())
  const made = Array.from({ length: 50 }, () => door.newToken())
  expect(new Set(made).size).toBe(50)
  for (const token of made) expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('the cookie alone, the secret alone, and the secret with another cookie open nothing', () => {
  const door = new Door(fixedClock())
  const one = door.redeem(door.newToken(), '')
  const other = door.redeem(door.newToken(), 'another browser')
  if (one === null || other === null) throw new Error('Both tokens are fresh.')
  expect(door.admit(one.cookie, '')).toBeNull()
  expect(door.admit('', one.secret)).toBeNull()
  expect(door.admit(other.cookie, one.secret)).toBeNull()
  expect(door.admit(one.cookie, one.secret)).not.toBeNull()
})

test('each connection gives the secret of the next; a spent one opens nothing', () => {
  const door = new Door(fixedClock())
  const entry = door.redeem(door.newToken(), '')
  if (entry === null) throw new Error('The token is fresh.')
  const first = door.admit(entry.cookie, entry.secret)
  const second = door.admit(entry.cookie, first?.nextSecret ?? '')
  expect(second?.pageId).toBe(first?.pageId)
  expect(door.admit(entry.cookie, entry.secret)).toBeNull()
})

test('an answer that got lost does not shut the page out', () => {
  const door = new Door(fixedClock())
  const entry = door.redeem(door.newToken(), '')
  if (entry === null) throw new Error('The token is fresh.')
  door.admit(entry.cookie, entry.secret)
  expect(door.admit(entry.cookie, entry.secret)).not.toBeNull()
})

test('taking over leaves every other page and browser outside', () => {
  const door = new Door(fixedClock())
  const old = door.redeem(door.newToken(), '')
  const mine = door.redeem(door.newToken(), '')
  if (old === null || mine === null) throw new Error('Both tokens are fresh.')
  const admitted = door.admit(mine.cookie, mine.secret)
  if (admitted === null) throw new Error('The page is known.')
  door.shutOut(admitted)
  expect(door.admit(old.cookie, old.secret)).toBeNull()
  expect(door.knows(old.cookie)).toBe(false)
  expect(door.admit(mine.cookie, admitted.nextSecret)).not.toBeNull()
})
