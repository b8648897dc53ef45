import { beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, keepStream } from '../bytes.ts'
import { CHUNK_BYTES, type FileStore } from '../file-store.ts'

/** The files of a single device, none at first, that a test can open as often as it likes. */
export type OpenFiles = () => Promise<FileStore>

const MIB = CHUNK_BYTES
const file = (fileId: string, size: number, usedAt = 1) => ({ fileId, name: `${fileId}.bin`, type: '', size, usedAt })
/** Bytes that differ from chunk to chunk. */
const bytes = (size: number, seed = 1) => Uint8Array.from({ length: size }, (_, n) => (n * 7 + (n >> 12) + seed) % 251)

async function read(store: FileStore, fileId: string, from: number, to: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of bytesOf(store, fileId, from, to)) parts.push(part)
  return Buffer.concat(parts)
}

/** The promises of every store of files. */
export function fileStoreContract(name: string, createOpen: () => OpenFiles): void {
  describe(name, () => {
    let open: OpenFiles
    beforeEach(() => {
      open = createOpen()
    })

    test('keeps bytes, chunk by chunk, and says how many it has, also for another handle', async () => {
      const store = await open()
      const content = bytes(2 * MIB + 5)
      await store.add({ ...file('a', content.length), upload: { state: 'copying' } })
      for (let at = 0; at < content.length; at += MIB) {
        expect(await store.append('a', at, content.slice(at, at + MIB))).toBe(Math.min(at + MIB, content.length))
      }
      store.close()
      const again = await open()
      expect(await again.get('a')).toEqual({
        ...file('a', content.length),
        held: content.length,
        upload: { state: 'copying' },
      })
      expect((await read(again, 'a', 0, content.length)).equals(content)).toBe(true)
      expect((await read(again, 'a', MIB - 3, 2 * MIB + 2)).equals(content.subarray(MIB - 3, 2 * MIB + 2))).toBe(true)
      expect(await read(again, 'a', 5, 5)).toHaveLength(0)
    })

    test('takes a chunk only where the held bytes end, and only a whole one', async () => {
      const store = await open()
      await store.add(file('a', 2 * MIB))
      expect(await store.append('a', MIB, bytes(MIB))).toBe(0)
      expect(await store.append('a', 0, bytes(5))).toBe(0)
      expect(await store.append('a', 0, bytes(MIB))).toBe(MIB)
      expect(await store.append('a', 0, bytes(MIB, 2))).toBe(MIB)
      expect(await store.append('a', MIB, bytes(MIB + 1))).toBe(MIB)
      expect(await store.append('b', 0, bytes(MIB))).toBe(0)
      expect((await read(store, 'a', 0, 2 * MIB)).equals(bytes(MIB))).toBe(true)
    })

    test('a second beginning leaves the file as it is', async () => {
      const store = await open()
      await store.add(file('a', 3))
      await store.append('a', 0, bytes(3))
      await store.add(file('a', 3, 9))
      expect(await store.get('a')).toEqual({ ...file('a', 3), held: 3 })
    })

    test('a file without a byte is whole at once', async () => {
      const store = await open()
      await store.add(file('a', 0))
      expect(await store.get('a')).toEqual({ ...file('a', 0), held: 0 })
      expect(await read(store, 'a', 0, 10)).toHaveLength(0)
    })

    test('changes one thing and leaves the others', async () => {
      const store = await open()
      await store.add(file('a', 0))
      await store.change('a', { upload: { state: 'waiting' } })
      await store.change('a', { usedAt: 5 })
      expect(await store.get('a')).toEqual({ ...file('a', 0, 5), held: 0, upload: { state: 'waiting' } })
      expect(await store.change('a', { upload: null })).toEqual({ ...file('a', 0, 5), held: 0 })
      expect(await store.change('b', { usedAt: 1 })).toBeUndefined()
    })

    test('lists the least recently opened first, and removes with the bytes', async () => {
      const store = await open()
      for (const [id, usedAt] of [['a', 3] as const, ['b', 1] as const, ['c', 2] as const]) {
        await store.add(file(id, 1, usedAt))
        await store.append(id, 0, bytes(1))
      }
      expect((await store.list()).map((it) => it.fileId)).toEqual(['b', 'c', 'a'])
      await store.remove(['b', 'a', 'nothing'])
      expect((await store.list()).map((it) => it.fileId)).toEqual(['c'])
      expect([await store.chunk('a', 0), await store.chunk('c', 0)]).toEqual([undefined, bytes(1)])
      await store.wipe()
      expect([await store.list(), await store.chunk('c', 0)]).toEqual([[], undefined])
    })

    test('copies a stream, whatever its pieces are, and refuses one of another length', async () => {
      const store = await open()
      const content = bytes(MIB + 70_000)
      const stream = (end = content.length) => {
        let at = 0
        return new ReadableStream<Uint8Array<ArrayBuffer>>({
          pull(out) {
            if (at >= end) return out.close()
            out.enqueue(content.slice(at, Math.min(end, at + 65_521)))
            at += 65_521
          },
        })
      }
      const record = { ...file('a', content.length), held: 0 }
      await store.add(record)
      await expect(keepStream(store, record, stream(MIB + 9))).rejects.toThrow('shorter')
      // The chunks before the end stay, so that a lost connection costs one chunk.
      expect((await store.get('a'))?.held).toBe(MIB)
      const rest = { ...record, held: MIB }
      await keepStream(store, rest, new Blob([content.slice(MIB)]).stream())
      expect((await read(store, 'a', 0, content.length)).equals(content)).toBe(true)
      await store.add({ ...file('b', 10) })
      await expect(keepStream(store, { ...file('b', 10), held: 0 }, new Blob([bytes(11)]).stream())).rejects.toThrow(
        'longer',
      )
    })

    test('a closed handle says so', async () => {
      const store = await open()
      store.close()
      await expect(store.get('a')).rejects.toMatchObject({ reason: 'closed' })
    })
  })
}
