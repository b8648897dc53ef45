import type { Batch } from '../../protocol/batch.ts'
import type { Message } from '../../protocol/message.ts'
import { copyDrafts } from '../drafts.ts'
import type { LocalStore } from '../local-store.ts'

const CHUNK = 1_000

/**
 * Hands everything that one device holds to a new, empty one. A restored server no longer knows a device that was made
 * after the backup, and that device may hold messages that no other has. The new one then rebuilds: messages that the
 * server has replace their copies, the rest become orphans.
 *
 * `from` keeps everything, so an interruption loses nothing.
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
  await to.adoptOrphans(await from.orphans())
  for (const entry of await from.outbox()) {
    const { messageId } = (await to.compose(entry.request, entry.composedAt)).request
    if (entry.state === 'failed') await to.settle([{ messageId, ok: false, error: entry.error }])
  }
  await copyDrafts(await from.drafts(), to)
  await to.beginRebuild(0)
}

/** No server gives this digest, so the next contact begins the rebuild if `beginRebuild` was cut off. */
function asBatch(from: number, upTo: number, messages: Message[]): Batch {
  return { from, upTo, messages, digest: 'taken-over', head: upTo, floor: 0 }
}
