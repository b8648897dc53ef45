import { createContext } from 'react'
import type { Unsent } from '../../lib/core/outbox/composer.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { useRequired } from '../hooks/use-required.ts'

/** The rows of the timeline ask these of the inbox. */
export interface TimelineContext {
  selfId: string
  nameOf: (deviceId: string) => string
  isExpanded: (messageId: string) => boolean
  toggle: (messageId: string) => void
  /** Opens a popover at `anchor` that lists which devices have the message. */
  showHolders: (entry: Entry, anchor: HTMLElement) => void
  /** Failed messages: the next three are about them. */
  retry: (messageId: string) => Promise<void>
  sendToAll: (messageId: string, request: Omit<Unsent, 'receiverDeviceId'>) => Promise<void>
  /** Gives the text back to the composer. */
  edit: (entry: Entry) => void
}

const Context = createContext<TimelineContext | null>(null)

export const TimelineProvider = Context.Provider

export const useTimeline = (): TimelineContext => useRequired(Context, 'a row outside of the timeline')
