import { expect, test } from 'vitest'
import { createJobs, secondsLeft } from '#electron/services/jobs.ts'
import { fixedClock } from '#tests/support/clock.ts'
import { plainId } from '#tests/support/plain-id.ts'

const commandId = plainId('command', 1)

test('progress is told at most ten times a second, the end always', () => {
  const clock = fixedClock()
  const told: number[] = []
  const job = createJobs(clock, ({ done }) => told.push(done)).start({ commandId }, 'Importing', 100)
  for (let done = 1; done <= 99; done++) job.progress(done)
  expect(told).toEqual([0])
  clock.pass(100)
  job.progress(50)
  job.progress(100)
  expect(told).toEqual([0, 50, 100])
})

test('a cancelled job stops between two units of work, not within one', async () => {
  const jobs = createJobs(fixedClock(), () => undefined)
  const job = jobs.start({ commandId }, 'Importing', 10)
  await job.breathe()
  expect(jobs.cancel(commandId)).toBe(true)
  expect(job.cancelled).toBe(true)
  await expect(job.breathe()).rejects.toMatchObject({ shape: { code: 'cancelled' } })
  jobs.finish(commandId)
  expect(jobs.cancel(commandId)).toBe(false)
})

test('time left is unknown until a rate can be known, then rounded up', () => {
  expect(secondsLeft(0, 100, 5000)).toBe('unknown')
  expect(secondsLeft(10, 100, 500)).toBe('unknown')
  expect(secondsLeft(10, 'unknown', 5000)).toBe('unknown')
  expect(secondsLeft(10, 100, 2000)).toBe(18)
  expect(secondsLeft(100, 100, 2000)).toBe(0)
})
