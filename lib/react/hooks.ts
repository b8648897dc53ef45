import { useCallback, useSyncExternalStore } from 'react'
import type {
  DeviceSnapshot,
  DeviceStatus,
  ListedMessage,
  OtherDevice,
  RoostDevice,
  SendOptions,
  SentMessage,
} from '../client/types.ts'
import { useOpening } from './provider.ts'

const nothing: DeviceSnapshot = { status: 'connecting', messages: [], devices: [], unread: 0 }

/** Draws again when this part changes, and only then. A server and the first drawing in a browser see an empty device. */
function usePart<K extends keyof DeviceSnapshot>(part: K): DeviceSnapshot[K] {
  const { device } = useOpening()
  const subscribe = useCallback((listener: () => void) => device?.subscribe(listener) ?? (() => {}), [device])
  return useSyncExternalStore(
    subscribe,
    () => (device?.snapshot() ?? nothing)[part],
    () => nothing[part],
  )
}

/** The device itself, for `edit`, `delete`, `mark` and `markRead`; null until it is open. */
export const useDevice = (): RoostDevice | null => useOpening().device

export interface Inbox {
  /** The newest posts, ascending, then those that wait in the outbox. */
  messages: readonly ListedMessage[]
  status: DeviceStatus
}

export function useInbox(): Inbox {
  return { messages: usePart('messages'), status: usePart('status') }
}

/** Sends a message. Before the device is open, it waits until it is. */
export function useSend(): (content: string, options?: SendOptions) => Promise<SentMessage> {
  const { opened } = useOpening()
  return useCallback(async (content, options) => (await opened).send(content, options), [opened])
}

export const useDevices = (): readonly OtherDevice[] => usePart('devices')

/** Messages of others that nobody has read on any device. */
export const useUnread = (): number => usePart('unread')
