import { watchLoad, workerSize } from '../bench/browser/sizes.ts'
import { expect, test } from './fixtures/test.ts'

test('a first visit takes at most 195 kB of JavaScript until the composer can be used, after gzip', async ({
  device,
  otherBrowser,
  browser,
}) => {
  const signedIn = await otherBrowser()
  const context = await browser.newContext({ serviceWorkers: 'block', storageState: await signedIn.storageState() })
  const load = await watchLoad(context)
  await (await device('Phone', context)).isLevel(0)
  const { usable, connected } = await load.sizes()
  expect(usable).toBeLessThanOrEqual(195)
  // Scripts for the connection alone come later, so the first figure is from a page that was still loading.
  expect(connected).toBeGreaterThan(usable)
  expect(usable).toBeGreaterThan(100)
  await context.close()
})

test('the service worker is at most 25 kB, after gzip', () => {
  expect(workerSize()).toBeLessThanOrEqual(25)
})
