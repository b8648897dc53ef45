import type { BatchSeen } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import { isVisible, pathTo } from './model.ts'

/** 14. A device that comes back after retention has passed it is told so, and goes on. */
export const checkRetention: CreateCheck = (model, report) => {
  const floorAtCall = new Map<number, number>()

  return {
    before(event) {
      if (event.type === 'call' && event.method === 'pull') {
        floorAtCall.set(event.id, model.logs.find(event.user)?.floor ?? 0)
      }
      if (event.type !== 'answer' || !event.ok) return
      const call = model.call(event.id)
      if (call?.method !== 'pull') return
      const after = (call.payload as { after?: number } | null)?.after ?? (event.result as BatchSeen).from
      const floor = floorAtCall.get(event.id) ?? 0
      if (after < floor) report(14, `${call.device} pulled from ${after}, below the floor ${floor}, and was not told`)
    },
    after(event) {
      if (event.type !== 'end') return
      for (const { device, problem } of event.devices) {
        const it = model.device(device)
        const log = it && model.logs.find(it.user)
        if (!it || !log || problem) continue
        const path = pathTo(log.head)
        for (let version = it.present.goneUpTo + 1; version <= it.present.start; version++) {
          const node = path(version)
          const missed = node?.message && isVisible(node, device, path) && !it.everHeld.has(node.message.messageId)
          if (missed) report(14, `version ${version} is gone for ${device}, which is not shown where`)
        }
      }
    },
  }
}
