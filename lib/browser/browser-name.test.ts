import { expect, it } from 'vitest'
import { browserName, unusedName } from './browser-name.ts'

it('names what a person calls their browser', () => {
  const chrome = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'
  expect(browserName(chrome)).toBe('Chrome on Linux')
  expect(browserName(`${chrome} Edg/156.0.0.0`)).toBe('Edge on Linux')
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'
  expect(browserName(iphone)).toBe('Safari on iPhone')
  expect(browserName('Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0')).toBe('Firefox on Android')
  expect(browserName('curl/8')).toBe('Browser')
})

it('does not suggest a name twice', () => {
  expect(unusedName('Chrome on Linux', [])).toBe('Chrome on Linux')
  expect(unusedName('Chrome on Linux', ['Chrome on Linux', 'Chrome on Linux 2'])).toBe('Chrome on Linux 3')
})
