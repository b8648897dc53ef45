import type { OutboxSeen } from '../history/event.ts'
import type { CreateCheck } from './check.ts'
import type { DeviceModel } from './model.ts'

const TRANSIENT = new Set(['rate_limited', 'unavailable', 'internal'])

/** 9. An outbox entry leaves the outbox only when the server has acknowledged it or refused it for good, or the device was revoked. */
export const checkOutbox: CreateCheck = (model, report) => {
  /** Messages that the server has given a device, by any way: from these, too, a device may know that the server has them. */
  const brought = new Map<string, Set<string>>()
  /** Messages that the user took back, or sent again under another id. */
  const dismissed = new Set<string>()

  const bring = (device: string, messages: readonly { messageId: string }[]) => {
    const mine = brought.get(device) ?? new Set<string>()
    brought.set(device, mine)
    for (const { messageId } of messages) mine.add(messageId)
  }
  const isKnown = (it: DeviceModel, messageId: string) =>
    it.acknowledged.has(messageId) || brought.get(it.device)?.has(messageId)

  /** Looks at this device and at the device that it continues. */
  function wasRefused(it: DeviceModel, messageId: string): boolean {
    const before = it.inPlaceOf === null ? undefined : model.device(it.inPlaceOf)
    return it.refused.has(messageId) || (before !== undefined && wasRefused(before, messageId))
  }

  const isDeletedHere = (it: DeviceModel, messageId: string) =>
    [...it.composed.values()].some(({ kind, targetId }) => kind === 'delete' && targetId === messageId)

  function leaves(it: DeviceModel, entry: OutboxSeen, goneUpTo: number): void {
    const { messageId } = entry
    const before = it.outbox.get(entry.seq)
    // Acknowledged, and passed by retention. The device cannot tell that the floor belongs to another history.
    const isGone = before?.state === 'sent' && (before.version ?? 0) <= goneUpTo
    // The server refused a post that the user has deleted meanwhile, so the delete happened on its device alone.
    const isDeleted = wasRefused(it, messageId) && isDeletedHere(it, messageId)
    if (before?.state === 'failed' || isGone || isDeleted) return void dismissed.add(messageId)
    // A refused mark is undone at once: it is nothing that could stay on a screen.
    const isUndone = entry.kind === 'mark' && wasRefused(it, messageId)
    // A refused post is changed on its device alone.
    const isOver = entry.targetId !== undefined && wasRefused(it, entry.targetId)
    if (isUndone || isOver || isKnown(it, messageId) || model.isRemoved(it.device)) return
    report(9, `${messageId} left the outbox of ${it.device} before the mother had answered for it`)
  }

  function changes(it: DeviceModel, entry: OutboxSeen): void {
    const { messageId, state, code } = entry
    if (state === 'sent' && !isKnown(it, messageId)) {
      report(9, `${messageId} counts as sent on ${it.device}, and the mother has not acknowledged it`)
    }
    if (state !== 'failed') return
    if (!wasRefused(it, messageId))
      report(9, `${messageId} counts as failed on ${it.device}, and the server did not refuse it`)
    if (TRANSIENT.has(code ?? ''))
      report(9, `${messageId} was given up on ${it.device} after a refusal for now: ${code}`)
  }

  /** Where a message is at the end that was composed here and that the user has not dismissed. */
  function isSomewhere(it: DeviceModel, messageId: string): boolean {
    const log = model.logs.find(it.user)
    const held = it.held.get(it.present.generation)
    return (
      it.orphans.has(messageId) ||
      [...it.outbox.values()].some((entry) => entry.messageId === messageId) ||
      (log?.branch.some((node) => node?.message?.messageId === messageId) ?? false) ||
      [...(held?.values() ?? [])].some((message) => message.messageId === messageId)
    )
  }

  return {
    before(event) {
      if (event.type === 'answer' && event.ok) {
        const call = model.call(event.id)
        if (call?.method === 'pull' && call.device) {
          bring(call.device, (event.result as { messages: { messageId: string }[] }).messages)
        }
      } else if (event.type === 'emitted' && event.event === 'batch') {
        const to = model.connection(event.connection)
        if (to) bring(to.device, event.payload.messages)
      } else if (event.type === 'stored') {
        const it = model.device(event.device)
        if (!it) return
        for (const entry of event.outboxRemoved) leaves(it, entry, event.present.goneUpTo)
        for (const entry of event.outboxPut) changes(it, entry)
      }
    },
    after(event) {
      if (event.type !== 'end') return
      for (const { device, problem } of event.devices) {
        if (problem?.includes('messages are still')) report(9, `${device}: ${problem}`)
        const it = model.device(device)
        for (const { messageId, kind } of it?.composed.values() ?? []) {
          if (!it || kind !== 'post' || dismissed.has(messageId) || isSomewhere(it, messageId)) continue
          // From the server and, for a device that had fallen behind, from here.
          if (model.logs.wasRemoved(it.user, messageId)) continue
          report(9, `${messageId}, composed on ${device}, is nowhere at the end`)
        }
      }
    },
  }
}
