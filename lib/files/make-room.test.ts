import { expect, test } from 'vitest'
import { openMemoryFiles } from '../memory/files.ts'
import { keptBytes, makeRoom } from './make-room.ts'

test('the least recently opened files go first, and never the only copy', async () => {
  const files = openMemoryFiles()
  const add = async (fileId: string, usedAt: number, upload?: 'waiting' | 'failed' | 'copying') => {
    const state = upload === 'failed' ? { state: upload, code: 'internal' as const } : upload && { state: upload }
    await files.add({ fileId, name: '', type: '', size: 10, usedAt, ...(state && { upload: state }) })
    await files.append(fileId, 0, new Uint8Array(10))
  }
  await add('unsent', 1, 'waiting')
  await add('refused', 2, 'failed')
  await add('copying', 3, 'copying')
  for (const n of [4, 5, 6]) await add(`received ${n}`, n)
  await files.change('received 4', { usedAt: 9 })

  expect(keptBytes(await files.list())).toBe(30)
  expect(await makeRoom(files, 30)).toEqual([])
  expect(await makeRoom(files, 29)).toEqual(['received 5'])
  expect(await makeRoom(files, 0)).toEqual(['received 6', 'received 4'])
  expect((await files.list()).map((it) => it.fileId)).toEqual(['unsent', 'refused', 'copying'])
})
