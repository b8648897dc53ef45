/** The messages from one device, and those to it alone. */
export interface DeviceFilter {
  kind: 'device'
  deviceId: string
}

/** The part of the history that a person wants to see. Null stands for everything. */
export type TimelineFilter = DeviceFilter | { kind: 'pinned' }

/** Whether a message of `from` to `to` (device ids, `to` may be ALL) belongs to what the person wants to see. */
export function fits(filter: TimelineFilter | null, { from, to }: { from: string; to: string }): boolean {
  if (filter === null) return true
  return filter.kind === 'device' && (from === filter.deviceId || to === filter.deviceId)
}

/** The device that the person wants to see alone. */
export const deviceOf = (filter: TimelineFilter | null): string | undefined =>
  filter?.kind === 'device' ? filter.deviceId : undefined

export const isSameFilter = (a: TimelineFilter | null, b: TimelineFilter | null): boolean =>
  a?.kind === b?.kind && deviceOf(a) === deviceOf(b)
