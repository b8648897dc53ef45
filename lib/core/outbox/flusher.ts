import { isTransient, RoostError } from '../../protocol/error.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import { type DeviceStore, type Transport, TransportError } from '../ports.ts'

export type Flushed =
  | { outcome: 'empty' }
  /** The server cannot take messages now. */
  | { outcome: 'later'; retryAfterMs: number }

export interface FlushDeps {
  store: Pick<DeviceStore, 'nextRequest' | 'settle'>
  send: Transport['send']
  now: () => number
  signal: AbortSignal
  settled: (results: readonly SendResult[]) => void
  /** The server has refused a mark for good, so it is undone. */
  markRefused?: (() => void) | undefined
}

/**
 * Sends the outbox in the order of composition. A request goes out only after the last one was settled, so that neither
 * a refusal nor a loss lets a later message overtake.
 * @throws TransportError (nothing is lost: the same messageIds go out again), RoostError `unauthenticated`, `revoked` …
 */
export async function flush({ store, send, now, signal, settled, markRefused }: FlushDeps): Promise<Flushed> {
  for (let one = false; ; ) {
    signal.throwIfAborted()
    const waiting = await store.nextRequest(now())
    const request = one ? waiting.slice(0, 1) : waiting
    if (request.length === 0) return { outcome: 'empty' }

    let results: SendResult[]
    try {
      results = matched(request, (await send({ messages: request })).results)
    } catch (error) {
      if (!(error instanceof RoostError) || stops(error)) throw error
      if (isTransient(error.code)) return { outcome: 'later', retryAfterMs: error.wire.retryAfterMs ?? 0 }
      // The server refused the whole request for good. Sent alone, each message gets its own verdict and cannot block
      // those after it.
      if (request.length > 1) {
        one = true
        continue
      }
      results = request.map(({ messageId }) => ({ messageId, ok: false, error: error.wire }))
    }

    await store.settle(results)
    settled(results)
    if (request.some((it, index) => it.kind === 'mark' && isRefused(results[index]))) markRefused?.()
    const refused = results.find((it) => !it.ok && isTransient(it.error.code))
    if (refused && !refused.ok) return { outcome: 'later', retryAfterMs: refused.error.retryAfterMs ?? 0 }
  }
}

const isRefused = (it: SendResult | undefined) => it?.ok === false && !isTransient(it.error.code)

/** These codes are about the device, not about its messages. */
function stops(error: RoostError): boolean {
  return error.code === 'unauthenticated' || error.code === 'revoked' || error.code === 'forbidden'
}

function matched(request: SendRequest[], results: SendResult[]): SendResult[] {
  const fits =
    results.length === request.length && results.every((it, index) => it.messageId === request[index]?.messageId)
  if (!fits) throw new TransportError('bad_answer')
  return results
}
