import { expect, test, vi } from 'vitest'
import { BrowserError } from '../../../lib/browser/browser-error.ts'
import { unlessStale } from './unless-stale.ts'

const failing = (error: Error) => () => Promise.reject(error)

test('only a sign-in that is too old makes the screen ask again', async () => {
  const onStale = vi.fn(async () => {})
  await unlessStale(async () => {}, onStale)
  const wrong = new BrowserError('server_trouble')
  await expect(unlessStale(failing(wrong), onStale)).rejects.toBe(wrong)
  expect(onStale).not.toHaveBeenCalled()
  await unlessStale(failing(new BrowserError('not_fresh')), onStale)
  expect(onStale).toHaveBeenCalledOnce()
})
