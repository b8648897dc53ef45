import { expect, it } from 'vitest'
import { coalesce } from './coalesce.ts'

it('runs once at a time, and once more for whatever was asked meanwhile', async () => {
  const gates: PromiseWithResolvers<void>[] = []
  let runs = 0
  const run = coalesce(() => {
    runs++
    const gate = Promise.withResolvers<void>()
    gates.push(gate)
    return gate.promise
  })
  const first = run()
  const second = run()
  expect(run()).toBe(second)
  expect(runs).toBe(1)
  gates[0]?.resolve()
  await first
  await new Promise((resolve) => setImmediate(resolve))
  expect(runs).toBe(2)
  gates[1]?.resolve()
  await second
})

it('goes on after a run that failed', async () => {
  let runs = 0
  const run = coalesce(async () => {
    runs++
    if (runs === 1) throw new Error('the first fails')
  })
  const first = run()
  const second = run()
  await expect(first).rejects.toThrow('the first fails')
  await second
  expect(runs).toBe(2)
})

it('rests before it runs again, whenever it is asked', async () => {
  const rested = Promise.withResolvers<void>()
  let runs = 0
  const run = coalesce(
    async () => {
      runs++
    },
    () => rested.promise,
  )
  await run()
  const second = run()
  await new Promise((resolve) => setImmediate(resolve))
  expect(run()).toBe(second)
  expect(runs).toBe(1)
  rested.resolve()
  await second
  expect(runs).toBe(2)
})
