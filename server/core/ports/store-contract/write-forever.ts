import { randomBytes, randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { propose } from '../../messages/proposal.ts'
import type { Store } from '../store.ts'

/** Sends concurrently until the process is killed; prints one line of JSON for each acknowledged send. */
export async function writeForever(store: Store): Promise<void> {
  const caller = { userId: 'ann', deviceId: randomUUID() }
  const device = { deviceId: caller.deviceId, name: 'writer', platform: '', tokenHash: randomBytes(32), now: 0 }
  await store.createDevice(caller.userId, device, randomBytes(16))

  async function write() {
    for (;;) {
      const messageId = randomUUID()
      const item = { messageId, receiverDeviceId: 'all', content: 'x'.repeat(200) }
      const { results } = await store.append(caller, [propose(caller.deviceId, item)], 1)
      const [result] = results
      if (!result?.ok) throw new Error(`refused: ${JSON.stringify(result)}`)
      await print(`${JSON.stringify({ deviceId: caller.deviceId, version: result.version, messageId })}\n`)
    }
  }
  await Promise.all(Array.from({ length: 8 }, write))
}

/** A line shorter than a pipe's own unit is written as a whole or not at all: a full pipe must only make us wait. */
async function print(line: string): Promise<void> {
  for (;;) {
    try {
      return void writeSync(1, line)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      await setImmediate()
    }
  }
}
