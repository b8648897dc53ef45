import type { Batch } from '../../protocol/batch.ts'
import type { Message } from '../../protocol/message.ts'
import type { LocalStore } from '../device-store.ts'

const CHUNK = 1_000

/**
 * Hands everything that one device holds to the new, empty one that goes on in its place: a mother that was restored from
 * a backup from before it was made does not know it any more, and it may hold what nobody else does. The new one then
 * rebuilds: what the mother has takes the place of what was handed over, the rest is kept and offered.
 *
 * Cut off anywhere, `from` still has all of it.
 * @throws StorageError
 */
export async function takeOver(fromId: string, from: LocalStore, to: LocalStore): Promise<void> {
  const devices = await from.devices()
  await to.saveDevices(devices.filter((it) => it.deviceId !== fromId))
  const { generation } = await to.position()
  for (let cursor = 0; ; ) {
    const messages = await from.history(cursor, CHUNK)
    const last = messages.at(-1)
    if (!last) break
    await to.apply([asBatch(cursor, last.version, messages)], generation)
    cursor = last.version
  }
  await to.adoptKept(await from.kept())
  for (const entry of await from.outbox()) {
    const { messageId } = (await to.compose(entry.request, entry.composedAt)).request
    if (entry.state === 'failed') await to.settle([{ messageId, ok: false, error: entry.error }])
  }
  await to.beginRebuild(0)
}

/** No mother ever gave this digest: should the rebuild not have begun, the next contact begins it. */
function asBatch(from: number, upTo: number, messages: Message[]): Batch {
  return { from, upTo, messages, digest: 'taken-over', head: upTo, floor: 0 }
}
