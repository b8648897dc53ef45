import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { createMother } from '../create-mother.ts'
import type { MotherDeps } from '../deps.ts'
import { createInProcessBus } from '../in-process-bus.ts'
import type { BusEvent } from '../ports/bus.ts'
import { temporaryFolder } from '../ports/store-contract/kit.ts'

/** A mother on a real store and a real bus, with a clock that the test sets. Closed at the end of the test. */
export async function startMother(changes: Pick<MotherDeps, 'tokenIdleMs'> = {}) {
  const clock = { now: 1_000_000 }
  const errors: unknown[] = []
  const bus = createInProcessBus((error) => errors.push(error))
  const mother = createMother({
    ...{ bus, randomBytes, now: () => clock.now },
    store: openSqliteStore(join(await temporaryFolder(), 'roost.db')),
    baseUrl: () => 'https://roost.example',
    onError: (error) => errors.push(error),
    ...changes,
  })
  onTestFinished(() => mother.close())

  return {
    mother,
    bus,
    clock,
    errors,
    async device(userId = 'ann', name = 'a device') {
      const credentials = await mother.createDevice(userId, { name })
      return { ...credentials, caller: await mother.authenticate(credentials.token) }
    },
    /** Collects the user's events from now on. */
    async listen(userId = 'ann') {
      await published()
      const events: BusEvent[] = []
      bus.subscribe(userId, (event) => events.push(event))
      return events
    },
  }
}

/** Resolves when all events so far are published. */
export const published = () => new Promise<void>((resolve) => setImmediate(resolve))

export const post = (content = 'hi', receiverDeviceId = 'all') => ({
  messageId: randomUUID(),
  receiverDeviceId,
  content,
})
