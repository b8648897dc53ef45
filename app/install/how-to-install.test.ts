import { expect, test } from 'vitest'
import { howToInstall } from './how-to-install.ts'

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1'
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15'
const macChrome =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const android =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

test.each([
  ['an iPhone', { agent: iphone, touchPoints: 5 }, 'ios'],
  ['an iPad, which calls itself a Mac', { agent: mac, touchPoints: 5 }, 'ios'],
  ['Safari on a Mac', { agent: mac }, 'mac'],
  ['Chrome on a Mac', { agent: macChrome }, 'menu'],
  ['Android', { agent: android, touchPoints: 5 }, 'menu'],
  ['an iPhone over HTTP', { agent: iphone, touchPoints: 5, secure: false }, 'insecure'],
  ['the installed app', { agent: iphone, standalone: true }, 'installed'],
])('%s', (_name, changes, expected) => {
  expect(howToInstall({ standalone: false, secure: true, touchPoints: 0, ...changes })).toBe(expected)
})
