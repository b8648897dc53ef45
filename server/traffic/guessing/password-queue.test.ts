import { expect, test } from 'vitest'
import { createPasswordQueue } from './password-queue.ts'

test('a flood from many callers keeps another one waiting for one round, not for all of it', async () => {
  const queue = createPasswordQueue({ atOnce: 1, perCaller: 10, waiting: 1_000 })
  const done: string[] = []
  const job = (name: string) => async () => void done.push(name)
  const flood = Array.from({ length: 400 }, (_, n) => queue.run(`network ${n % 40}`, job('flood')))
  const owner = queue.run('owner', job('owner'))
  await Promise.all([...flood, owner])
  expect(done.indexOf('owner')).toBeLessThan(45)
})

test('one caller has few waiting, and too many at all are refused', async () => {
  const queue = createPasswordQueue({ atOnce: 1, perCaller: 2, waiting: 3 })
  const held = Promise.withResolvers<void>()
  const run = (caller: string) => queue.run(caller, () => held.promise)
  const taken = [run('a'), run('a')]
  await expect(run('a')).rejects.toMatchObject({ code: 'unavailable' })
  taken.push(run('b'))
  await expect(run('c')).rejects.toMatchObject({ code: 'unavailable' })
  held.resolve()
  await Promise.all(taken)
  await queue.run('c', async () => {})
})
