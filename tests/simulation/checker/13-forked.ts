import type { CreateCheck } from './check.ts'
import type { DeviceModel } from './model.ts'

/**
 * 13. A server that went back in time is detected at the device's next contact, also when its head has caught up with or
 * overtaken the cursor. The server never answers a call that shows another history as if it were its own. (05-together.ts
 * checks the device, at each of its transactions.) At the end the server has again what some device still holds.
 */
export const checkForked: CreateCheck = (model, report) => {
  /** A message may stay lost if it was removed or deleted somewhere, or if only a device that is gone could receive it. */
  function mustBeBack({ user }: DeviceModel, messageId: string): boolean {
    const node = model.logs.byId(user, messageId)
    if (!node?.message || model.logs.wasDeleted(user, messageId)) return false
    // A device cannot tell what retention has removed from what stood below the floor in the history that was lost.
    if (model.logs.wasBelowFloor(user, messageId)) return false
    return node.message.kind === 'post' && node.message.receiverDeviceId === 'all'
  }

  return {
    before(event) {
      if (event.type !== 'answer' || !event.ok) return
      const call = model.call(event.id)
      if (call?.method !== 'pull' && call?.method !== 'acknowledge') return
      const asked = (call.payload ?? {}) as { after?: number; version?: number; digest?: string }
      const at = call.method === 'pull' ? asked.after : asked.version
      const log = model.logs.find(call.user)
      if (!log || at === undefined) return
      if (at > log.head.version) report(13, `${call.device} showed version ${at}, past the head ${log.head.version}`)
      else if (asked.digest !== undefined && at > log.floor && log.branch[at]?.digest !== asked.digest) {
        report(13, `${call.device} showed another history at ${at}, and was answered as if it were the mother's`)
      }
    },
    after(event) {
      if (event.type !== 'end') return
      for (const { device, problem } of event.devices) {
        const it = model.device(device)
        if (!it || problem) continue
        for (const messageId of it.orphans) {
          if (mustBeBack(it, messageId))
            report(13, `the mother lost ${messageId}, and did not get it back from ${device}`)
        }
      }
    },
  }
}
