import type { Credentials } from '../../../lib/protocol/device.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { MotherDeps } from '../deps.ts'
import type { Notifier } from '../messages/notifier.ts'
import type { Mother } from '../mother.ts'
import type { ActivityList } from './activity.ts'
import { createDeleteCounter } from './count-deletes.ts'
import { createRenameStreaks, RENAME_PAUSE_MS } from './count-renames.ts'

type Deps = Pick<MotherDeps, 'store' | 'now'> & { activity: ActivityList; notifier: Notifier }
type Noted = 'send' | 'createDevice' | 'renameDevice' | 'revokeDevice' | 'claimPairing' | 'collectClaim'

/** The same calls, which also note what a person will want to know later. */
export function withActivity<M extends Pick<Mother, Noted>>(
  mother: M,
  { store, now, activity, notifier }: Deps,
): M & Pick<Mother, Noted> {
  const deletes = createDeleteCounter(now)
  const renames = createRenameStreaks(now)
  /** Undefined for no device, and for one that is gone. */
  async function nameOf(userId: string, deviceId: string | undefined): Promise<string | undefined> {
    if (deviceId === undefined) return undefined
    return (await store.listDevices(userId)).find((it) => it.deviceId === deviceId)?.name
  }
  const by = (name: string | undefined) => (name === undefined ? {} : { by: name })

  async function noteInvited({ userId, deviceId }: Credentials) {
    const devices = await store.listDevices(userId)
    const joined = devices.find((it) => it.deviceId === deviceId)
    const inviter = devices.find((it) => it.deviceId === joined?.offeredBy)
    if (joined) await activity.note(userId, { what: 'joined', device: joined.name, ...by(inviter?.name) })
  }

  async function countDeletes(userId: string, deviceId: string, payload: unknown, results: readonly SendResult[]) {
    const { messages } = payload as { messages: readonly { kind?: string }[] }
    const done = results.filter((it, n) => it.ok && !it.duplicate && messages[n]?.kind === 'delete').length
    const burst = done > 0 ? deletes.add(deviceId, done) : undefined
    if (!burst) return
    const what = { what: 'deleted', count: burst.count, ...by(await nameOf(userId, deviceId)) }
    burst.note = await activity.note(userId, what, burst.note)
    notifier.notify(userId, { type: 'devices' })
  }

  return {
    ...mother,
    async send(caller, payload) {
      const answer = await mother.send(caller, payload)
      await countDeletes(caller.userId, caller.deviceId, payload, answer.results)
      return answer
    },
    async createDevice(userId, payload, asker) {
      const made = await mother.createDevice(userId, payload, asker)
      await activity.note(userId, { what: 'joined', device: (payload as { name: string }).name })
      return made
    },
    async claimPairing(payload) {
      const made = await mother.claimPairing(payload)
      if ('userId' in made) await noteInvited(made)
      return made
    },
    async collectClaim(claimId, payload) {
      const collected = await mother.collectClaim(claimId, payload)
      if ('credentials' in collected) await noteInvited(collected.credentials)
      return collected
    },
    async renameDevice(userId, deviceId, payload, asker) {
      const [before, actor] = [await nameOf(userId, deviceId), await nameOf(userId, asker?.deviceId)]
      const info = await mother.renameDevice(userId, deviceId, payload, asker)
      if (before === info.name) return info
      const renamed = { what: 'renamed', device: before ?? '', name: info.name, ...by(actor) }
      const key = `${asker?.deviceId ?? 'a person'} ${deviceId}`
      await renames.add(key, renamed, {
        find: () => activity.findStreak(userId, key, now() - RENAME_PAUSE_MS),
        write: (what, again) => activity.note(userId, { ...what, streak: key }, again),
      })
      return info
    },
    async revokeDevice(userId, deviceId, asker) {
      const [device = '', actor] = [await nameOf(userId, deviceId), await nameOf(userId, asker?.deviceId)]
      await mother.revokeDevice(userId, deviceId, asker)
      const left = asker?.deviceId === deviceId
      await activity.note(userId, left ? { what: 'left', device } : { what: 'removed', device, ...by(actor) })
      notifier.notify(userId, { type: 'devices' })
    },
  }
}
