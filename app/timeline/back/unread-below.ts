import type { DeviceState } from '../../../lib/core/device-state.ts'
import { sumOf } from './visit.ts'

/** The number of unread messages after version `last`, also of those that are not loaded. */
export function unreadBelow(
  { timeline, readUpTo, unread, deviceId }: Pick<DeviceState, 'timeline' | 'readUpTo' | 'unread' | 'deviceId'>,
  last: number,
): number {
  const isSeen = ({ version, from, deleted, status }: DeviceState['timeline']['entries'][number]) =>
    from !== deviceId &&
    !deleted &&
    status.state === 'received' &&
    version !== null &&
    version > readUpTo &&
    version <= last
  const { filter } = timeline
  // The pins are no place for what is new.
  if (filter?.kind === 'pinned') return 0
  const total = filter === null ? sumOf(unread) : (unread[filter.deviceId] ?? 0)
  return Math.max(0, total - timeline.entries.filter(isSeen).length)
}
