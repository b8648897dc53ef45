import { ALL } from '../../../lib/protocol/values/ids.ts'

/** The fields that decide who may see a message. `targetSenderDeviceId` is null for a post. */
export interface Addressed {
  senderDeviceId: string
  receiverDeviceId: string
  targetSenderDeviceId: string | null
}

/** The only place that decides who sees a message: all, or these devices (each once). */
export function visibleTo(message: Addressed): 'all' | readonly string[] {
  if (message.receiverDeviceId === ALL) return ALL
  const viewers = new Set([message.receiverDeviceId, message.senderDeviceId])
  if (message.targetSenderDeviceId !== null) viewers.add(message.targetSenderDeviceId)
  return [...viewers]
}

export function canSee(deviceId: string, message: Addressed): boolean {
  const viewers = visibleTo(message)
  return viewers === ALL || viewers.includes(deviceId)
}
