import type { Device } from '../core/device.ts'
import type { Bookmarks } from '../storage/bookmarks/bookmarks.ts'
import { DeviceError, toDeviceError } from './device-error.ts'
import type { MessagesOptions, ReceivedMessage } from './types.ts'
import { receivedOf } from './view.ts'

/** Posts per read of the storage. */
const PAGE = 100

export interface LoopDeps {
  device: Pick<Device, 'getState' | 'subscribe' | 'ready'>
  bookmarks: Bookmarks
  /** Names of loops that run. */
  running: Set<string>
  /** Waits until no other context runs a loop of this name. Resolves with its release. */
  exclusive: (name: string, signal: AbortSignal) => Promise<() => void>
  closed: AbortSignal
}

/** The loop behind RoostDevice.messages. */
export async function* loopOver(
  { device, bookmarks, running, exclusive, closed }: LoopDeps,
  { ack = 'before', name = '', from = 'oldest', own = false, signal }: MessagesOptions,
): AsyncGenerator<ReceivedMessage, void, undefined> {
  if (running.has(name)) throw new DeviceError('busy', `A loop with the name "${name}" runs already.`)
  const ends = signal ? AbortSignal.any([signal, closed]) : closed
  const change = watch(device, ends)
  running.add(name)
  let release = () => {}

  /** The head when this device was made. A device that has never been connected does not know it yet. */
  async function joinedAt(): Promise<number> {
    for (;;) {
      ends.throwIfAborted()
      refuseEnd(device)
      change.forget()
      const { devices, deviceId } = device.getState()
      const self = devices.find((it) => it.deviceId === deviceId)
      if (self) return self.joinedAtVersion ?? 0
      await change.next()
    }
  }

  try {
    await device.ready
    release = await exclusive(name, ends)
    if (from === 'joined' && !(await bookmarks.has(name))) await bookmarks.begin(name, await joinedAt())
    while (!ends.aborted) {
      change.forget()
      const { entries, generation } = await bookmarks.unseen(name, PAGE)
      for (const entry of entries) {
        if (ends.aborted) return
        const isWanted = !entry.deleted && (own || entry.message.senderDeviceId !== device.getState().deviceId)
        // A transaction for each message that nobody waits for would be in vain.
        if (!isWanted && entry !== entries.at(-1)) continue
        if (isWanted && ack === 'after') yield receivedOf(entry, device.getState())
        const stayed = await bookmarks.move(name, entry, generation)
        if (isWanted && ack === 'before') yield receivedOf(entry, device.getState())
        if (!stayed) break
      }
      if (entries.length === 0) {
        refuseEnd(device)
        await change.next()
      }
    }
  } catch (error) {
    if (!ends.aborted) throw toDeviceError(error)
  } finally {
    change.stop()
    release()
    running.delete(name)
  }
}

/** @throws DeviceError when no more messages can come. */
function refuseEnd(device: LoopDeps['device']): void {
  const { connection } = device.getState()
  if (connection.state === 'revoked') throw new DeviceError('revoked', 'The device was removed from the account.')
  if (connection.state === 'signedOut')
    throw new DeviceError('unauthenticated', 'The server does not know this device.')
}

function watch(device: LoopDeps['device'], ends: AbortSignal) {
  let changed = Promise.withResolvers<void>()
  const wake = () => changed.resolve()
  const stops = [
    device.subscribe((it) => it.timeline, wake),
    device.subscribe((it) => it.cursor, wake),
    device.subscribe((it) => it.devices, wake),
    device.subscribe((it) => it.connection.state, wake),
  ]
  ends.addEventListener('abort', wake)
  return {
    next: () => changed.promise,
    forget() {
      changed = Promise.withResolvers()
    },
    stop() {
      for (const stop of stops) stop()
      ends.removeEventListener('abort', wake)
    },
  }
}
