import type { CreateCheck } from './check.ts'

/**
 * 13. A mother that went back in time is detected at the device's next contact, also when its head has caught up with or
 * overtaken the cursor. Her side: no call that shows another history is answered as if it were hers. (The device's side is
 * looked at with each of its transactions, 05-together.ts.)
 */
export const checkForked: CreateCheck = (model, report) => ({
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
})
