import type { Event } from '../history/event.ts'
import type { CreateCheck } from './check.ts'

/**
 * 10. A device's messages get versions in the order in which they were composed. A restore can lose a committed message; its
 * device sends it again after later ones, so the check leaves it out from then on. It also leaves out a message (an edit
 * whose post was lost) that was refused, whose refusal never arrived, and that was stored when it was sent again; and a
 * change of a lost post, which waits until that post has been given back.
 */
export const checkOrder: CreateCheck = (model, report) => {
  const last = new Map<string, number>()
  const sends = new Map<number, { device: string; ids: string[] }>()
  const passedOver = new Set<string>()
  const lost = new Set<string>()

  /** A request is carried out whole: what is missing of it was refused, whether or not the answer was ever given. */
  function notePassedOver(event: Extract<Event, { type: 'commit' }>): void {
    for (const { user, added } of event.users) {
      const now = new Set(added.map((it) => it.messageId))
      for (const { device, ids } of sends.values()) {
        if (!ids.some((id) => now.has(id))) continue
        for (const id of ids) {
          const composed = model.device(device)?.composed.get(id)
          const mayBeRefused = composed?.kind !== 'post' || composed.receiverDeviceId !== 'all'
          if (mayBeRefused && !now.has(id) && !model.logs.wasCommitted(user, id)) passedOver.add(`${device}/${id}`)
        }
      }
    }
  }

  return {
    before(event) {
      if (event.type === 'stored') for (const id of event.orphans ?? []) lost.add(`${event.device}/${id}`)
      if (event.type === 'crashed') sends.clear()
      if (event.type === 'answer') sends.delete(event.id)
      if (event.type === 'call' && event.method === 'send' && event.device) {
        const { messages } = (event.payload ?? {}) as { messages?: unknown }
        const ids = (Array.isArray(messages) ? messages : []).map((it) => String(it?.messageId))
        sends.set(event.id, { device: event.device, ids })
      }
      if (event.type !== 'commit') return
      notePassedOver(event)
      for (const { user, added } of event.users) {
        for (const { messageId, senderDeviceId: sender, version } of added) {
          const { order, targetId } = model.device(sender)?.composed.get(messageId) ?? {}
          if (targetId !== undefined && lost.has(`${sender}/${targetId}`)) continue
          if (order === undefined || model.logs.wasCommitted(user, messageId)) continue
          if (passedOver.has(`${sender}/${messageId}`)) continue
          const before = last.get(sender) ?? 0
          if (order < before) report(10, `version ${version} of ${sender} was composed before one with a lower version`)
          last.set(sender, Math.max(before, order))
        }
      }
    },
  }
}
