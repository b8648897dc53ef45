import { join } from 'node:path'
import { expect, test } from 'vitest'
import { post, setUp } from '../contract/kit.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

const FOR_OTHERS = 20_000

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number
}

test('a pull costs the same however many versions for others lie in between', async () => {
  const { device, send, store } = await setUp((folder) => openSqliteStore(join(folder, 'roost.db')))
  const [ann, ben, cleo] = [await device(), await device(), await device()]
  await send(
    ann,
    Array.from({ length: 100 }, () => post('x', ben.deviceId)),
  )
  for (let n = 0; n < FOR_OTHERS; n += 500) {
    await send(
      ann,
      Array.from({ length: 500 }, () => post('x', cleo.deviceId)),
    )
  }
  await send(
    ann,
    Array.from({ length: 101 }, () => post('x', ben.deviceId)),
  )

  const time = async (after: number, count: number) => {
    const times: number[] = []
    for (let n = 0; n < 25; n += 1) {
      const start = performance.now()
      const { messages } = await store.pull(ben, { after, limit: 100 })
      times.push(performance.now() - start)
      expect(messages).toHaveLength(count)
    }
    return median(times)
  }
  const dense = await time(0, 100)
  const across = await time(50, 100)
  // A scan of 20,000 rows takes tens of times as long; the margin is for a busy machine.
  expect(across).toBeLessThan(dense * 5 + 1)
})
