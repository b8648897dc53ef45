import { watchLoad, workerSize } from '../bench/browser/sizes.ts'
import { expect, test } from './fixtures/test.ts'

// 195 kB until messages carried files. Their field on the wire, their description in an entry and their place in the
// composer come with the first script, because a list without them would jump; everything else about them loads later. 197
// until the page answered for Web Push at each start, and a list on its way stayed there.
test('a first visit takes at most 198 kB of JavaScript until the composer can be used, after gzip', async ({
  device,
  otherBrowser,
  browser,
}) => {
  const signedIn = await otherBrowser()
  const context = await browser.newContext({ serviceWorkers: 'block', storageState: await signedIn.storageState() })
  const load = await watchLoad(context)
  await (await device('Phone', context)).isLevel(0)
  const { usable, connected } = await load.sizes()
  expect(usable).toBeLessThanOrEqual(198)
  // Scripts for the connection alone come later, so the first figure is from a page that was still loading.
  expect(connected).toBeGreaterThan(usable)
  expect(usable).toBeGreaterThan(100)
  await context.close()
})

// 25 kB until it uploaded files and answered for them out of their own store, 26 until it showed notifications: it reads what
// is unread, chooses what to show, and marks as done. A worker cannot load a part of itself later, and no page waits for it.
test('the service worker is at most 31 kB, after gzip', () => {
  expect(workerSize()).toBeLessThanOrEqual(31)
})
