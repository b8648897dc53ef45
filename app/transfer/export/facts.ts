import type { DeviceInfo, FormerDevice } from '../../../lib/protocol/device.ts'

/** Facts for the worker of an export, which the page alone knows. It travels between them, so it holds no functions. */
export interface ExportFacts {
  deviceId: string
  /** The e-mail address; null when the server could not be asked. */
  account: string | null
  server: string
  /** ms since the epoch by this device's clock. */
  exportedAt: number
  devices: readonly DeviceInfo[]
  former: readonly FormerDevice[]
  /** The name of each device, and how "only for …" reads for it. */
  names: Readonly<Record<string, { name: string; onlyFor: string }>>
  unknownDevice: { name: string; onlyFor: string }
  locale: string
  direction: 'ltr' | 'rtl'
  timeZone: string
  hourCycle: Intl.DateTimeFormatOptions['hourCycle']
  words: ArchiveWords
}

export interface ArchiveWords {
  readMe: string
  title: string
  lead: string
  edited: string
  deleted: string
  onlyHere: string
  unsent: string
  empty: string
}
