import { expect, test } from 'vitest'
import { createInFlight } from './in-flight.ts'

test('none() waits for the last one that is under way', async () => {
  const inFlight = createInFlight()
  await inFlight.none()
  inFlight.begin()
  inFlight.begin()
  let isDone = false
  const done = inFlight.none().then(() => {
    isDone = true
  })
  inFlight.end()
  await new Promise(setImmediate)
  expect(isDone).toBe(false)
  inFlight.end()
  await done
})
