import type { DeviceState } from '../../lib/core/device-state.ts'

/** The number of messages that other devices sent after version `seen`; null when some of them are not loaded. */
export function newBelow(
  { timeline, cursor, deviceId }: Pick<DeviceState, 'timeline' | 'cursor' | 'deviceId'>,
  seen: number,
): number | null {
  if (timeline.hasNewer) return cursor > seen ? null : 0
  let count = 0
  for (let index = timeline.entries.length - 1; index >= 0; index--) {
    const entry = timeline.entries[index]
    if (!entry || (entry.version ?? 0) <= seen) break
    if (entry.from !== deviceId) count++
  }
  return count
}
