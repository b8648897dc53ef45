import { expect, test } from 'vitest'
import { createUnderWay } from './in-flight.ts'

test('none() waits for the last one that is under way', async () => {
  const underWay = createUnderWay()
  await underWay.none()
  underWay.begin()
  underWay.begin()
  let isDone = false
  const done = underWay.none().then(() => {
    isDone = true
  })
  underWay.end()
  await new Promise(setImmediate)
  expect(isDone).toBe(false)
  underWay.end()
  await done
})
