import type { BatchSeen } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import type { SendAnswer } from './model.ts'

/** 2. A message is acknowledged, pulled or pushed only after it is durable, and a message that was told of stays. */
export const checkDurable: CreateCheck = (model, report) => {
  function onDisk(user: string, version: number, messageId: string, how: string): void {
    const node = model.logs.find(user)?.branch[version]
    // A message below the floor was there before retention removed it.
    if (node === undefined && version <= (model.logs.find(user)?.floor ?? 0)) return
    if (node?.message?.messageId !== messageId) {
      report(2, `${how} version ${version} of ${user} as ${messageId}, which is not on the mother's disk`)
    }
  }
  function batch(user: string, it: BatchSeen, how: string): void {
    for (const { version, messageId } of it.messages) onDisk(user, version, messageId, how)
    const head = model.logs.find(user)?.head.version ?? 0
    if (it.upTo > head) report(2, `${how} ${user} up to ${it.upTo}, where the disk has ${head}`)
  }

  return {
    before(event) {
      if (event.type === 'answer' && event.ok) {
        const call = model.call(event.id)
        if (call?.method === 'pull') batch(call.user, event.result as BatchSeen, 'a pull answered')
        if (call?.method === 'send') {
          for (const it of (event.result as SendAnswer).results) {
            if (it.ok) onDisk(call.user, it.version, it.messageId, 'a send was acknowledged:')
          }
        }
      }
      if (event.type === 'emitted' && event.event === 'batch') {
        const connection = model.connection(event.connection)
        if (connection) batch(connection.user, event.payload, 'a push brought')
      }
      if (event.type === 'opened' && event.why !== 'restore' && event.why !== 'failover') {
        for (const { user, head } of event.users) {
          const before = model.logs.find(user)
          const lost = before?.branch.find((node) => node?.shown && node.version > head)
          if (lost)
            report(2, `version ${lost.version} of ${user} was acknowledged or pushed, and did not survive a crash`)
        }
      }
    },
  }
}
