import type { Activity } from '../protocol/activity.ts'
import type { DeviceInfo, FormerDevice } from '../protocol/device.ts'
import type { WaitReason } from './connection/wait-reason.ts'
import type { AsOf, Colours } from './device-list.ts'
import { type Drafts, noDrafts } from './outbox/drafts.ts'
import type { JoinedDevice, StorageError } from './ports.ts'
import type { Entry } from './timeline/entry.ts'
import type { TimelineFilter } from './timeline/filter.ts'

/** A range of the timeline, ascending by version. */
export interface TimelineWindow<E = Entry> {
  entries: readonly E[]
  hasOlder: boolean
  hasNewer: boolean
  /** Retention removed the versions up to this one before this device had them; 0: none. */
  goneUpTo: number
  /** The person sees this part of the history; null: all of it. */
  filter: TimelineFilter | null
}

/** The connection of this device, as a person sees it. */
export type ConnectionView =
  | { state: 'live' }
  | { state: 'catchingUp'; done: number; total: number; perSecond: number }
  | { state: 'connecting' }
  /** The device tries again at `until` (ms since the epoch). */
  | { state: 'waiting'; until: number; reason: WaitReason }
  /** The browser reports no network. */
  | { state: 'offline' }
  /** A person switched off this device, and only this one. */
  | { state: 'switchedOff' }
  /** Another tab of this device holds the connection; `shared` is that tab's view of it. */
  | { state: 'following'; shared: Exclude<ConnectionView, { state: 'following' }> }
  | { state: 'signedOut' }
  | { state: 'revoked' }

export type StorageView =
  | { state: 'durable' }
  /** The browser has no IndexedDB here (a private window), so everything is gone when the tab closes. */
  | { state: 'memory' }
  /** The browser refuses to store more. The device acknowledges nothing more, so it loses nothing. */
  | { state: 'full' }
  /** The browser deleted or blocked the database while the app was open. A reload fixes it. */
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
  /** Pinned posts, the one that was pinned last first: at most 50. */
  pins: readonly Entry[]
  drafts: Drafts
  /** The user's devices as last known, this one among them. */
  devices: readonly DeviceInfo[]
  /** Removed devices: their messages keep the name. */
  former: readonly FormerDevice[]
  /** Devices that have joined, until the person has seen it here. */
  joined: readonly JoinedDevice[]
  devicesAsOf: AsOf
  colours: Colours
  /** Removals, and texts deleted in bulk, that the person has not dismissed here. Newest first. */
  news: readonly Activity[]
  /** This device's own cursor, and the server's head as last known. */
  cursor: number
  head: number
  /** The person has seen everything up to here, on some device. */
  readUpTo: number
  /** The posts of others above it that are not deleted: their number by the sender's deviceId. */
  unread: Readonly<Record<string, number>>
  /** How many marks the server has refused since this program opened the device: they are undone. */
  refusedMarks: number
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
    timeline: { entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0, filter: null },
    outbox: [],
    pins: [],
    drafts: noDrafts,
    devices: [],
    former: [],
    joined: [],
    devicesAsOf: { state: 'unknown' },
    colours: {},
    news: [],
    cursor: 0,
    head: 0,
    readUpTo: 0,
    unread: {},
    refusedMarks: 0,
  }
}
