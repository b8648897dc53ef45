import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { DeviceState } from '../../../lib/core/device-state.ts'
import type { Written } from '../../../lib/core/ports.ts'

/** At most so many are in the outbox at a time: more would make every change of the outbox slow. */
const CHUNK = 200
/** The next ones follow when only so many are left, so that the connection always has something to send. */
const LOW = 50

export type ImportState =
  | { state: 'running' | 'waiting' | 'stopped'; done: number; total: number }
  | { state: 'done'; done: number; total: number; refused: number }
  | { state: 'failed'; done: number; total: number; error: unknown }

export interface ImportDeps {
  device: Pick<TabDevice, 'checkNow' | 'composeAll' | 'discard' | 'getState' | 'subscribe' | 'unsent'>
  take: (limit: number) => Promise<readonly Written[]>
  total: number
  show: (state: ImportState) => void
  signal: AbortSignal
}

/**
 * Brings messages in through the outbox, a chunk at a time, as fast as the server takes them. A stop leaves what went into
 * the outbox, which still goes out; the same file then brings in the rest.
 */
export async function runImport({ device, take, total, show, signal }: ImportDeps): Promise<void> {
  let done = 0
  let refused = 0
  const mine = new Set<string>()
  try {
    while (!signal.aborted) {
      const chunk = await take(CHUNK)
      if (chunk.length === 0) break
      await device.composeAll(chunk)
      for (const { request } of chunk) mine.add(request.messageId)
      done += chunk.length
      await untilFew(chunk.length < CHUNK ? 0 : LOW)
    }
    if (signal.aborted) return show({ state: 'stopped', done, total })
    show({ state: 'done', done, total, refused })
  } catch (error) {
    show({ state: 'failed', done, total, error })
  }

  /** Resolves when at most `few` of ours are in the outbox. */
  async function untilFew(few: number): Promise<void> {
    for (;;) {
      // Before the look, so that no change falls between the two.
      const change = nextChange()
      const { left, unsent } = await look()
      if (signal.aborted || left <= few) return change.cancel()
      const state = device.getState()
      show({ state: isSending(state) ? 'running' : 'waiting', done: done - left, total })
      // Over HTTP they would come back with the next heartbeat only.
      if (unsent === 0 && state.connection.state !== 'live') void device.checkNow()
      await change.come
    }
  }

  /** Counts those of ours that have not come back yet. The state on screen may be a moment behind the store. */
  async function look(): Promise<{ left: number; unsent: number }> {
    let left = 0
    let unsent = 0
    for (const entry of await device.unsent()) {
      const { messageId } = entry.request
      if (!mine.has(messageId)) continue
      if (entry.state !== 'failed') {
        left++
        if (entry.state === 'waiting') unsent++
        continue
      }
      mine.delete(messageId)
      // The server has it from an import on another device, which sent it to another receiver or by another name.
      if (entry.error.code === 'conflict') await device.discard(messageId)
      else refused++
    }
    return { left, unsent }
  }

  function nextChange(): { come: Promise<void>; cancel: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>()
    const stop = device.subscribe(() => cancel())
    signal.addEventListener('abort', cancel)
    function cancel() {
      stop()
      signal.removeEventListener('abort', cancel)
      resolve()
    }
    return { come: promise, cancel }
  }
}

const isSending = ({ connection }: DeviceState): boolean =>
  connection.state === 'live' || connection.state === 'catchingUp' || connection.state === 'following'
