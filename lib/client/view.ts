import type { DeviceState } from '../core/device-state.ts'
import type { Entry } from '../core/timeline/entry.ts'
import type { TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { DeviceSnapshot, DeviceStatus, ListedMessage, OtherDevice, ReceivedMessage } from './types.ts'

/** The devices of the account, and the removed ones. */
export type Names = Pick<DeviceState, 'devices' | 'former'>

/** The name of a device of the account, also of a removed one; empty when it is unknown here. */
function nameOf({ devices, former }: Names, deviceId: string): string {
  return [...devices, ...former].find((it) => it.deviceId === deviceId)?.name ?? ''
}

export function receivedOf(entry: TimelineEntry, names: Names): ReceivedMessage {
  const { message, editedVersion, pinned, done } = entry
  const { messageId, version, senderDeviceId, receiverDeviceId, contentType, content, timestamp, composedAt } = message
  return {
    ...{ id: messageId, version, from: senderDeviceId, fromName: nameOf(names, senderDeviceId) },
    ...{ to: receiverDeviceId, contentType, content, storedAt: timestamp, composedAt: composedAt ?? null },
    ...{ edited: editedVersion !== undefined, pinned: pinned === true, done: done === true },
  }
}

export function statusOf({ connection }: DeviceState): DeviceStatus {
  const { state } = connection.state === 'following' ? connection.shared : connection
  if (state === 'live' || state === 'connecting') return state
  if (state === 'catchingUp') return 'catching-up'
  if (state === 'signedOut') return 'signed-out'
  return state === 'revoked' ? 'removed' : 'offline'
}

export const unreadOf = ({ unread }: DeviceState): number => Object.values(unread).reduce((sum, n) => sum + n, 0)

export function devicesOf({ devices, deviceId }: DeviceState): OtherDevice[] {
  return devices.map(({ deviceId: id, name, online, lastSeen, lastReceivedVersion }) => ({
    ...{ id, name, self: id === deviceId, online, lastSeen, lastReceivedVersion },
  }))
}

/** Makes snapshots for screens. A part that did not change keeps its object, so that a screen draws only what changed. */
export function createView(getState: () => DeviceState): () => DeviceSnapshot {
  let state: DeviceState | undefined
  let shown: DeviceSnapshot | undefined
  return () => {
    const now = getState()
    if (shown && state === now) return shown
    const isSame = state?.timeline === now.timeline && state.outbox === now.outbox
    const messages = isSame && shown ? shown.messages : listed([...now.timeline.entries, ...now.outbox])
    const devices = shown && state?.devices === now.devices ? shown.devices : devicesOf(now)
    const next = { messages, devices, status: statusOf(now), unread: unreadOf(now) }
    const keys = ['messages', 'devices', 'status', 'unread'] as const
    if (!shown || keys.some((key) => shown?.[key] !== next[key])) shown = next
    state = now
    return shown
  }
}

/** A message that has come back may still stand in the outbox for a moment. */
function listed(entries: readonly Entry[]): ListedMessage[] {
  const byId = new Map<string, ListedMessage>()
  for (const it of entries) if (it.kind === 'post' && !it.deleted && !byId.has(it.id)) byId.set(it.id, listedOf(it))
  return [...byId.values()]
}

function listedOf(entry: Entry): ListedMessage {
  const { id, version, from, to, contentType, content, storedAt, composedAt, edited, status } = entry
  return {
    ...{ id, version, from, to, contentType, content, storedAt, composedAt, edited },
    ...{ pinned: entry.pinned === true, done: entry.done === true },
    state: status.state === 'onlyHere' ? 'received' : status.state,
  }
}
