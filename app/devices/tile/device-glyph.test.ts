import { expect, test } from 'vitest'
import { glyphOf } from './device-glyph.ts'

const glyph = (name: string, platform = '', colour = 0) => glyphOf({ name, platform }, colour)

test('a name says what a device is, before its platform does', () => {
  expect(glyph('Kitchen iPad', 'Safari on macOS')).toBe('tablet')
  expect(glyph('Pixel 9', 'Chrome on Android')).toBe('phone')
  expect(glyph('ThinkPad', 'Firefox on Linux', 1)).toBe('laptop')
  expect(glyph('Office PC')).toBe('desktop')
  expect(glyph('backup script')).toBe('script')
})

test('a platform says it when the name does not', () => {
  expect(glyph('Ada', 'Safari on iPhone')).toBe('phone')
})

test('a device that only sends is a script, whatever its name', () => {
  expect(glyphOf({ name: 'Phone', platform: '', access: 'send' }, 0)).toBe('script')
})

test('computers that say nothing take turns, by the colour that they keep', () => {
  expect([0, 1, 2, 3].map((colour) => glyph('Work', 'Chrome on Windows', colour))).toEqual([
    'laptop',
    'desktop',
    'laptop',
    'desktop',
  ])
})
