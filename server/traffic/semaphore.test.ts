import { expect, test } from 'vitest'
import { createSemaphore } from './semaphore.ts'

test('so many at a time, in order, and no more waiting than that', async () => {
  const turns = createSemaphore({ atOnce: 2, waiting: 2 })
  const jobs = Array.from({ length: 4 }, () => Promise.withResolvers<void>())
  const began: number[] = []
  const runs = jobs.map((job, index) =>
    turns.run(() => {
      began.push(index)
      return job.promise
    }),
  )
  await expect(turns.run(async () => {})).rejects.toMatchObject({ code: 'unavailable' })
  expect(began).toEqual([0, 1])
  jobs[1]?.reject(new Error('failed'))
  await expect(runs[1]).rejects.toThrow('failed')
  expect(began).toEqual([0, 1, 2])
  for (const job of jobs) job.resolve()
  await Promise.all([runs[0], runs[2], runs[3]])
  expect(began).toEqual([0, 1, 2, 3])
  expect(await turns.run(async () => 'free again')).toBe('free again')
})
