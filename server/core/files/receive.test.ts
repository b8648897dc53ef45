import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { FileBytes, FileRecord } from '../ports/files.ts'
import { receive } from './receive.ts'

const MB = 1024 * 1024
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Records what is written, synced and told, in order. */
function setUp(size: number) {
  const steps: string[] = []
  let stored = Buffer.alloc(0)
  const bytes = {
    open: async () => ({
      async write(chunk: Uint8Array) {
        stored = Buffer.concat([stored, chunk])
      },
      async sync() {
        steps.push(`synced ${stored.length}`)
      },
      async close() {},
    }),
    hash: async () => sha256(stored),
  } as unknown as FileBytes
  const file = { fileId: 'f', size, received: 0 } as FileRecord
  const arrived = async (received: number, hash?: string) =>
    void steps.push(`told ${received}${hash === undefined ? '' : ` ${hash === sha256(stored)}`}`)
  const run = async (body: AsyncIterable<Uint8Array>) => receive({ bytes, file, incoming: { body, end() {} }, arrived })
  return { steps, run, file }
}

async function* chunks(count: number, size = MB, breaksOff = false) {
  for (let n = 0; n < count; n += 1) yield Buffer.alloc(size, n)
  if (breaksOff) throw new Error('socket hang up')
}

test('bytes are told only once they are synced, and the end with its hash', async () => {
  const { steps, run } = setUp(10 * MB)
  await run(chunks(10))
  expect(steps).toEqual([`synced ${8 * MB}`, `told ${8 * MB}`, `synced ${10 * MB}`, `told ${10 * MB} true`])
})

test('a body that breaks off leaves what has come, and the next one ends with the hash of all of it', async () => {
  const { steps, run, file } = setUp(10)
  await expect(run(chunks(3, 2, true))).rejects.toMatchObject({ code: 'invalid_request' })
  file.received = 6
  await run(chunks(2, 2))
  expect(steps).toEqual(['synced 6', 'told 6', 'synced 10', 'told 10 true'])
})

test('nothing is told of a body without bytes', async () => {
  const { steps, run } = setUp(10)
  await run(chunks(0))
  expect(steps).toEqual([])
})
