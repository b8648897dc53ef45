import { createContext, useContext } from 'react'
import type { Sent } from '../../lib/core/timeline/delivery.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'

/** The rows of the timeline ask these of the inbox. */
export interface TimelineContext {
  selfId: string
  devices: readonly DeviceInfo[]
  nameOf: (deviceId: string) => string
  isExpanded: (messageId: string) => boolean
  toggle: (messageId: string) => void
  /** Opens a popover at `anchor` that lists which devices have the message. */
  showHolders: (sent: Sent, anchor: HTMLElement) => void
  retry: (messageId: string) => Promise<void>
  discard: (messageId: string) => Promise<void>
}

const Context = createContext<TimelineContext | null>(null)

export const TimelineProvider = Context.Provider

export function useTimeline(): TimelineContext {
  const context = useContext(Context)
  if (!context) throw new Error('a row outside of the timeline')
  return context
}
