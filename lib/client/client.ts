import type { Device } from '../core/device.ts'
import type { Bookmarks } from '../storage/bookmarks/bookmarks.ts'
import { DeviceError, toDeviceError } from './device-error.ts'
import { loopOver } from './messages.ts'
import { newPost } from './request.ts'
import { createSends } from './sends.ts'
import type { RoostDevice } from './types.ts'
import { createView, devicesOf, statusOf, unreadOf } from './view.ts'

/** The parts of a Device that a program uses, so that a tab's device fits, too. */
export type ClientDevice = Pick<
  Device,
  | ('getState' | 'subscribe' | 'ready' | 'checkNow' | 'close' | 'markRead' | 'showOlder')
  | ('composeAll' | 'edit' | 'deletePosts' | 'mark' | 'unsent' | 'versionOf' | 'held')
>

export interface ClientDeps {
  device: ClientDevice
  bookmarks: Bookmarks
  /** Waits until no other context runs a loop of this name. Resolves with its release. */
  exclusive?: (name: string, signal: AbortSignal) => Promise<() => void>
  /** Releases the storage, after the device is closed. */
  release: () => Promise<void>
}

/** The library's device over a device of the core. */
export function createClient({
  device,
  bookmarks,
  exclusive = async () => () => {},
  release,
}: ClientDeps): RoostDevice {
  const ends = new AbortController()
  const sends = createSends(device)
  const view = createView(device.getState)
  const running = new Set<string>()
  const { deviceId, name } = device.getState()

  async function told<T>(work: () => Promise<T>): Promise<T> {
    try {
      ends.signal.throwIfAborted()
      return await work()
    } catch (error) {
      throw toDeviceError(error)
    }
  }

  function receiverOf(to: string): string {
    const { devices } = device.getState()
    const named = devices.filter((it) => it.name === to)
    if (named.length > 1) throw new DeviceError('unknown_receiver', `Several devices are called "${to}": use an id.`)
    return named[0]?.deviceId ?? to
  }

  return {
    id: deviceId,
    name,
    get status() {
      return statusOf(device.getState())
    },
    get unread() {
      return unreadOf(device.getState())
    },
    get devices() {
      return devicesOf(device.getState())
    },
    send: (content, { to, contentType } = {}) =>
      told(async () => {
        const receiverDeviceId = to === undefined ? 'all' : receiverOf(to)
        const written = newPost(receiverDeviceId, content, contentType)
        await device.composeAll([written])
        const id = written.request.messageId
        return { id, stored: sends.follow(id) }
      }),
    messages: (options = {}) => loopOver({ device, bookmarks, running, exclusive, closed: ends.signal }, options),
    edit: (message, content) => told(async () => void (await device.edit(message, content))),
    delete: (message) => told(async () => void (await device.deletePosts([message]))),
    mark: (message, says) => told(() => device.mark(message, says)),
    markRead: ({ version }) => told(() => (version === null ? Promise.resolve() : device.markRead(version))),
    snapshot: view,
    subscribe: (listener) => device.subscribe(listener),
    showOlder: () => told(() => device.showOlder()),
    sync: () =>
      told(async () => {
        await device.checkNow()
        return statusOf(device.getState()) === 'live'
      }),
    async close() {
      if (ends.signal.aborted) return
      ends.abort(new DeviceError('closed', 'The device is closed.'))
      sends.stop()
      device.close()
      await release()
    },
  }
}
