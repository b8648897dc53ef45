import { coalesce } from '../core/coalesce.ts'
import type { Device } from '../core/device.ts'
import type { OutboxEntry } from '../core/ports.ts'
import { RoostError } from '../protocol/error.ts'
import { closedError, DeviceError, toDeviceError } from './device-error.ts'
import type { StoredAs } from './types.ts'

export type SendingDevice = Pick<Device, 'getState' | 'subscribe' | 'unsent' | 'versionOf' | 'held'>

/** Follows messages from the outbox until the server has stored or refused them. */
export function createSends(device: SendingDevice) {
  const waiting = new Map<string, PromiseWithResolvers<StoredAs>>()

  /** The stored outbox is the truth: a screen's state may have skipped the moments between. */
  async function look(): Promise<void> {
    const entries = new Map((await device.unsent()).map((it) => [it.request.messageId, it]))
    for (const [id, promise] of waiting) {
      const entry = entries.get(id)
      if (entry ? settleFrom(entry, promise) : await settleFromInbox(id, promise)) waiting.delete(id)
    }
  }

  async function settleFromInbox(id: string, promise: PromiseWithResolvers<StoredAs>): Promise<boolean> {
    const version = await device.versionOf(id)
    const [message] = version === null ? [] : await device.held.history(version - 1, 1)
    if (message) promise.resolve({ version: message.version, storedAt: message.timestamp })
    else promise.reject(new DeviceError('closed', 'The message is gone from the outbox.'))
    return true
  }

  const lookOnce = coalesce(look)

  function lookSoon(): void {
    if (waiting.size > 0) lookOnce().catch(fail)
  }

  function fail(error: unknown): void {
    for (const { reject } of waiting.values()) reject(toDeviceError(error))
    waiting.clear()
  }

  const stop = device.subscribe((it) => it.outbox, lookSoon)

  return {
    follow(messageId: string): Promise<StoredAs> {
      const promise = Promise.withResolvers<StoredAs>()
      // A program may not care.
      promise.promise.catch(() => {})
      waiting.set(messageId, promise)
      lookSoon()
      return promise.promise
    },
    stop(error: unknown = closedError()) {
      stop()
      fail(error)
    },
  }
}

function settleFrom(entry: OutboxEntry, promise: PromiseWithResolvers<StoredAs>): boolean {
  if (entry.state === 'sent') promise.resolve({ version: entry.version, storedAt: entry.timestamp })
  if (entry.state === 'failed') promise.reject(toDeviceError(RoostError.from(entry.error)))
  return entry.state !== 'waiting'
}
