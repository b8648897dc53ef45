import { expect, test } from 'vitest'
import { createRoundRobin } from './round-robin.ts'

test('whoever asks has a turn after one job of each other, however many wait', async () => {
  const turns = createRoundRobin(1)
  const done: string[] = []
  const job = (name: string) => async () => void done.push(name)
  const all = [1, 2, 3].map((n) => turns.run('mallory', job(`mallory ${n}`)))
  all.push(turns.run('ann', job('ann 1')), turns.run('ann', job('ann 2')), turns.run('ben', job('ben 1')))
  await Promise.all(all)
  expect(done).toEqual(['mallory 1', 'ann 1', 'ben 1', 'mallory 2', 'ann 2', 'mallory 3'])
})

test('no more are under way than there is room for, and one that fails makes room, too', async () => {
  const turns = createRoundRobin(2)
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<string>())
  const begun: number[] = []
  const results = gates.map((gate, n) =>
    turns.run('ann', async () => {
      begun.push(n)
      if (n === 1) throw new Error('no')
      return gate.promise
    }),
  )
  const settled = Promise.allSettled(results)
  gates[0]?.resolve('first')
  await expect(results[0]).resolves.toBe('first')
  await expect(results[1]).rejects.toThrow('no')
  gates[3]?.resolve('fourth')
  await expect(results[3]).resolves.toBe('fourth')
  expect(begun).toEqual([0, 1, 2, 3])
  gates[2]?.resolve('third')
  await settled
})

test('the event loop turns between two jobs', async () => {
  const turns = createRoundRobin(8)
  const order: string[] = []
  const jobs = [1, 2].map((n) => turns.run('ann', async () => void order.push(`job ${n}`)))
  setImmediate(() => setImmediate(() => order.push('something else')))
  jobs.push(turns.run('ann', async () => void order.push('job 3')))
  await Promise.all(jobs)
  expect(order.indexOf('something else')).toBeLessThan(order.indexOf('job 3'))
})
