import type { DeviceInfo } from '../protocol/device.ts'
import type { WaitReason } from './connection/wait-reason.ts'
import type { StorageError } from './ports.ts'
import type { Entry } from './timeline/entry.ts'

/** A stretch of the timeline, ascending by version. */
export interface TimelineWindow<E = Entry> {
  entries: readonly E[]
  hasOlder: boolean
  hasNewer: boolean
  /** Versions up to this one were removed by retention before this device had them; 0: none. */
  goneUpTo: number
}

/** What a person is told about the connection of this device. */
export type ConnectionView =
  | { state: 'live' }
  | { state: 'catchingUp'; done: number; total: number; perSecond: number }
  | { state: 'connecting' }
  /** Trying again at `until` (ms since the epoch). */
  | { state: 'waiting'; until: number; reason: WaitReason }
  /** The browser reports no network. */
  | { state: 'offline' }
  /** Switched off by the person, on this device only. */
  | { state: 'switchedOff' }
  /** Another tab of this device holds the connection; `shared` is what that tab says of it. */
  | { state: 'following'; shared: Exclude<ConnectionView, { state: 'following' }> }
  | { state: 'signedOut' }
  | { state: 'revoked' }

export type StorageView =
  | { state: 'durable' }
  /** No IndexedDB here (a private window): everything lives until the tab closes. */
  | { state: 'memory' }
  /** The browser refuses to store more: nothing is acknowledged, nothing lost. */
  | { state: 'full' }
  /** The database was deleted or blocked under the app; a reload heals it. */
  | { state: 'broken'; reason: StorageError['reason'] | 'unknown' }

export interface DeviceState {
  deviceId: string
  userId: string
  name: string
  connection: ConnectionView
  storage: StorageView
  timeline: TimelineWindow
  /** Oldest first: waiting, sent but not yet back, failed. */
  outbox: readonly Entry[]
  /** As last known, this device among them. */
  devices: readonly DeviceInfo[]
  /** This device's own cursor, and the mother's head as last known. */
  cursor: number
  head: number
}

export function initialState({
  deviceId,
  userId,
  name,
}: Pick<DeviceState, 'deviceId' | 'userId' | 'name'>): DeviceState {
  return {
    deviceId,
    userId,
    name,
    connection: { state: 'connecting' },
    storage: { state: 'durable' },
    timeline: { entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0 },
    outbox: [],
    devices: [],
    cursor: 0,
    head: 0,
  }
}
