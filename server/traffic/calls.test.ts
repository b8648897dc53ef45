import { expect, test } from 'vitest'
import { createCalls } from './calls.ts'

test('stop lets nothing more begin, and waits for what had, however that ends', async () => {
  const calls = createCalls()
  const [fine, failing] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const running = [calls.run(() => fine.promise), calls.run(() => failing.promise)]
  const thrown = calls.run(() => {
    throw new Error('at once')
  })
  await expect(thrown).rejects.toThrow('at once')

  let stopped = false
  const stop = calls.stop().then(() => {
    stopped = true
  })
  await expect(calls.run(async () => 'late')).rejects.toMatchObject({ code: 'unavailable' })
  failing.reject(new Error('failed'))
  await expect(running[1]).rejects.toThrow('failed')
  expect(stopped).toBe(false)
  fine.resolve('done')
  expect(await running[0]).toBe('done')
  await stop
})
