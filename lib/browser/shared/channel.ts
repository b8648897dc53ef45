import type { ConnectionView } from '../../core/device-state.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import type { PairingEvent } from '../../protocol/pairing.ts'

/** The announcements among a device's tabs and its worker. A lost one costs time, never a message. */
export type Announcement =
  | { type: 'inbox' }
  | { type: 'outbox' }
  | { type: 'drafts' }
  | { type: 'devices' }
  | { type: 'read' }
  /** From the tab with the connection. */
  | { type: 'status'; connection: ConnectionView; head: number }
  | { type: 'askStatus' }
  /** To the tab with the connection: pull now. */
  | { type: 'nudge' }
  | { type: 'switch'; on: boolean }
  /** The server tells the tab with the connection; the dialog may be open in another one. */
  | { type: 'claim'; claim: PairingEvent }
  /** The stored state of a file has changed, or the server has `sent` bytes of it. */
  | { type: 'file'; fileId: string; sent?: number }
  /** Is the tab with the connection alive? */
  | { type: 'ping' }
  | { type: 'pong' }

export interface Channel {
  announce(announcement: Announcement): void
  /** Hears the other tabs' announcements, never its own. Returns unsubscribe. */
  listen(listener: (announcement: Announcement) => void): () => void
  close(): void
}

export function openChannel({ namespace }: RoostOptions, deviceId: string): Channel {
  const channel = new BroadcastChannel(`${namespace}:${deviceId}`)
  let open = true
  return {
    announce(announcement) {
      if (open) channel.postMessage(announcement)
    },
    listen(listener) {
      const heard = (event: MessageEvent<Announcement>) => listener(event.data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
    close() {
      open = false
      channel.close()
    },
  }
}
