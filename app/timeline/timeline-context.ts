import { createContext, useContext } from 'react'
import type { Colours } from '../../lib/core/device-list.ts'
import type { Sent } from '../../lib/core/timeline/delivery.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'

/** The rows of the timeline ask these of the inbox. */
export interface TimelineContext {
  selfId: string
  devices: readonly DeviceInfo[]
  colours: Colours
  /** "as of 10:03" while it is not known how far messages have come by now; empty while it is. */
  asOf: string
  nameOf: (deviceId: string) => string
  isExpanded: (messageId: string) => boolean
  toggle: (messageId: string) => void
  /** Opens a popover at `anchor` that lists which devices have the message. */
  showHolders: (sent: Sent, anchor: HTMLElement) => void
  /** Failed messages: the next four are about them. */
  retry: (messageId: string) => Promise<void>
  sendToAll: (entry: Entry) => Promise<void>
  /** Gives the text back to the composer. */
  edit: (entry: Entry) => void
  drop: (messageId: string) => Promise<void>
}

const Context = createContext<TimelineContext | null>(null)

export const TimelineProvider = Context.Provider

export function useTimeline(): TimelineContext {
  const context = useContext(Context)
  if (!context) throw new Error('a row outside of the timeline')
  return context
}
