import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { createMother } from '../create-mother.ts'
import { createInProcessBus } from '../in-process-bus.ts'
import type { Mother } from '../mother.ts'
import type { Store } from '../ports/store.ts'
import { RENAME_PAUSE_MS } from './count-renames.ts'

/** The rules for every store: `open` opens the same one again, as another node does, or this one after a restart. */
export function renamesContract(setUp: () => Promise<{ open(): Promise<Store> }>) {
  async function start() {
    const { open } = await setUp()
    const clock = { now: 1_000_000 }
    const onError = (error: unknown) => {
      throw error
    }
    async function node(): Promise<Mother> {
      const about = { bus: createInProcessBus(onError), randomBytes, now: () => clock.now, onError }
      const mother = createMother({ ...about, store: await open(), baseUrl: () => 'https://roost.example' })
      onTestFinished(() => mother.close())
      return mother
    }
    const first = await node()
    const { userId, deviceId } = await first.createDevice('ann', { name: 'Desk' })
    const renames = async () => (await first.activity(userId)).filter((it) => it.what === 'renamed')
    return { node, first, clock, userId, deviceId, renames }
  }

  test('renames over several nodes are one line, however they take turns', async () => {
    const { node, first, clock, userId, deviceId, renames } = await start()
    const nodes = [first, await node(), await node()]
    for (let n = 0; n < 30; n += 1) {
      clock.now += 60_000
      await nodes[n % 3]?.renameDevice(userId, deviceId, { name: `a${n}` }, { deviceId })
    }
    const expected = { id: expect.any(String), at: clock.now, what: 'renamed', device: 'Desk', name: 'a29', by: 'Desk' }
    expect(await renames()).toEqual([expected])
  })

  test('a restart does not end the line, a long pause does', async () => {
    const { node, first, clock, userId, deviceId, renames } = await start()
    const rename = (mother: Mother, name: string) => mother.renameDevice(userId, deviceId, { name })
    await rename(first, 'one')
    await rename(await node(), 'two')
    expect(await renames()).toMatchObject([{ device: 'Desk', name: 'two' }])
    clock.now += RENAME_PAUSE_MS + 1
    await rename(await node(), 'three')
    expect(await renames()).toMatchObject([
      { device: 'two', name: 'three' },
      { device: 'Desk', name: 'two' },
    ])
  })
}
