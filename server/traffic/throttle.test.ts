import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

function setUp(perTurn: number) {
  const throttle = createThrottle(perTurn)
  const begun: string[] = []
  const come = (name: string) => void throttle().then(() => begun.push(name))
  return { begun, come }
}

test('so many begin in a turn of the loop, the others in the turns after it, in order', async () => {
  const { begun, come } = setUp(2)
  for (const name of ['a', 'b', 'c', 'd', 'e']) come(name)
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b'])
  await nextTurn()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  come('f')
  await nextTurn()
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
})

test('nobody overtakes those who wait', async () => {
  const { begun, come } = setUp(1)
  for (const name of ['a', 'b', 'c']) come(name)
  await nextTurn()
  come('d')
  await nextTurn()
  await nextTurn()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
})

test('few that come now and then never wait', async () => {
  const { begun, come } = setUp(1)
  for (const name of ['a', 'b', 'c']) {
    come(name)
    await Promise.resolve()
    expect(begun.at(-1)).toBe(name)
    await nextTurn()
  }
})
