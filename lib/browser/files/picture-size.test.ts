import { expect, test } from 'vitest'
import { pictureSize } from './picture-size.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((it) => (typeof it === 'string' ? [...it].map((c) => c.charCodeAt(0)) : it)))
const zeros = (n: number) => Array<number>(n).fill(0)

const size = { width: 30_000, height: 20_000 }
const be = { width: [0x75, 0x30], height: [0x4e, 0x20] }
const le = { width: [0x30, 0x75], height: [0x20, 0x4e] }

test.each([
  ['PNG', bytes([0x89], 'PNG\r\n\x1a\n', zeros(4), 'IHDR', [0, 0], be.width, [0, 0], be.height)],
  ['GIF', bytes('GIF89a', le.width, le.height)],
  ['BMP, from top to bottom', bytes('BM', zeros(16), le.width, [0, 0], [0xe0, 0xb1, 0xff, 0xff])],
  ['WebP, extended', bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x2f, 0x75, 0], [0x1f, 0x4e, 0])],
  [
    'JPEG behind a camera’s notes',
    bytes([0xff, 0xd8, 0xff, 0xe1, 0, 6], zeros(4), [0xff, 0xc2, 0, 17, 8], be.height, be.width),
  ],
  [
    'AVIF with a small picture first',
    bytes(
      zeros(4),
      'ftypavif',
      [...zeros(4), 0, 0, 0, 20],
      'ispe',
      [...zeros(4), 0, 0, 0, 9, 0, 0, 0, 9],
      'ispe',
      zeros(4),
      [0, 0],
      be.width,
      [0, 0],
      be.height,
    ),
  ],
])('reads the size of a %s', (_name, head) => {
  expect(pictureSize(head)).toEqual(size)
})

test.each([
  ['nothing', bytes()],
  ['a PNG that ends in its head', bytes([0x89], 'PNG\r\n\x1a\n')],
  ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xe1, 0, 2])],
  ['text', bytes('This is no picture at all.')],
])('knows no size of %s', (_name, head) => {
  expect(pictureSize(head)).toBeNull()
})
