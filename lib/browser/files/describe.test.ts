import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newMessageId } from '../../core/new-message-id.ts'
import { readFilesContent } from '../../protocol/file-info.ts'
import { FILES_CONTENT_TYPE, fileIdsSchema } from '../../protocol/files.ts'
import { cleanName, describe } from './describe.ts'

test.each([
  ['plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\Desktop\\a.txt', 'a.txt'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['line\nend\0.txt', 'lineend.txt'],
  ['写真 – أبجد – ภาพ 🏔️.jpeg', '写真 – أبجد – ภาพ 🏔️.jpeg'],
  ['half \ud83d.png', 'half \ufffd.png'],
  ['', ''],
  ['/', ''],
])('%j is shown as %j', (given, shown) => {
  expect(cleanName(given)).toBe(shown)
})

test('a long name keeps its end and stays a name', () => {
  for (const letter of ['x', 'ü', '字', '🏔']) {
    const name = cleanName(`${letter.repeat(4_000)}.tar`)
    expect(name).toMatch(/\.tar$/)
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200)
    expect(name.isWellFormed()).toBe(true)
  }
})

test('twenty files with the worst names fit into a message, and every device can read it', async () => {
  const picked = Array.from(
    { length: 20 },
    (_, n) => new File(['x'], `"\\${'\u0007"'.repeat(300)}${n}`, { type: 'a/b' }),
  )
  const files = await describe(picked, 'caption', newMessageId)
  const content = JSON.stringify({ text: 'caption', files })
  expect(new TextEncoder().encode(content).length).toBeLessThan(65_536)
  expect(readFilesContent(FILES_CONTENT_TYPE, content)?.files).toEqual(files)
  expect(
    v.is(
      fileIdsSchema,
      files.map((it) => it.fileId),
    ),
  ).toBe(true)
})
