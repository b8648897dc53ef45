import type { TimelineFilter } from '../../lib/core/timeline/filter.ts'

/** A choice in the navigation: null for all devices. */
export type View = TimelineFilter | null

const DEVICE = /^#device\/([\w-]+)$/

/** The view that the address names. It lives there so that Back works, and a reload keeps it. `beside`: it names none. */
export function viewOf(hash: string): View | 'beside' {
  if (hash.startsWith('#settings')) return 'beside'
  if (hash === '#pinned') return { kind: 'pinned' }
  const deviceId = DEVICE.exec(hash)?.[1]
  return deviceId === undefined ? null : { kind: 'device', deviceId }
}

export function hashOf(view: View): string {
  if (view === null) return '#all'
  return view.kind === 'pinned' ? '#pinned' : `#device/${view.deviceId}`
}
