import { expect, test } from 'vitest'
import { openMemoryFiles } from '../memory/files.ts'
import { rangeOf } from './range.ts'
import { answerWith } from './serve-file.ts'

test.each([
  [null, null],
  ['bytes=0-', { from: 0, to: 10 }],
  ['bytes=3-4', { from: 3, to: 5 }],
  ['bytes=3-99', { from: 3, to: 10 }],
  ['bytes=-4', { from: 6, to: 10 }],
  ['bytes=-99', { from: 0, to: 10 }],
  ['bytes=10-', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=5-4', null],
  ['bytes=0-1,3-4', null],
  ['bytes=-', null],
  ['items=0-1', null],
])('of ten bytes, %j is %j', (header, range) => {
  expect(rangeOf(header, 10)).toEqual(range)
})

test('answers with a part across chunks, and with the type that is safe to show', async () => {
  const MIB = 1024 * 1024
  const files = openMemoryFiles()
  const file = { fileId: 'a', name: 'a', type: 'video/mp4', size: MIB + 10, held: MIB + 10, usedAt: 1 }
  await files.add(file)
  await files.append('a', 0, new Uint8Array(MIB).fill(1))
  await files.append('a', MIB, new Uint8Array(10).fill(2))

  const part = answerWith(files, file, `bytes=${MIB - 2}-${MIB + 2}`)
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes ${MIB - 2}-${MIB + 2}/${MIB + 10}`)
  expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([1, 1, 2, 2, 2])
  expect(part.headers.get('content-type')).toBe('video/mp4')
  const whole = answerWith(files, file, null)
  expect([whole.status, (await whole.arrayBuffer()).byteLength]).toEqual([200, MIB + 10])
  expect(answerWith(files, file, `bytes=${MIB + 10}-`).status).toBe(416)

  for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', '', 'image/png; x=1']) {
    const { headers } = answerWith(files, { ...file, type }, null)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})
