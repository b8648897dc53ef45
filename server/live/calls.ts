import { type LiveCall, liveCallNames, liveCalls } from '../../lib/protocol/calls.ts'
import { type ProtocolError, RoostError } from '../../lib/protocol/error.ts'
import { batchJson, RawJson } from '../core/messages/raw-json.ts'
import type { BatchText } from '../core/mother.ts'
import { attempt } from '../traffic/calls.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { toWire } from '../traffic/wire-error.ts'
import type { Backlog } from './backlog.ts'
import { watchSize } from './payload-size.ts'
import type { DeviceSocket } from './types.ts'

const callOf = new Map<string, LiveCall>(liveCallNames.map((call) => [liveCalls[call].socket, call]))

/**
 * Answers what a device asks over its connection. Whatever comes in, it is answered where there is an acknowledgement to
 * answer to, and harms nothing else. `onRevoked`: the mother said so of this device.
 */
export function answerCalls(socket: DeviceSocket, backlog: Backlog, deps: GatewayDeps, onRevoked: () => void): void {
  const { calls, mother, rateLimits } = deps
  const { caller, inFlight } = socket.data
  const checkSize = watchSize(socket)
  let lastPull: Promise<unknown> = Promise.resolve()

  function carryOut(event: string, payload: unknown): Promise<object> {
    if (rateLimits.on) return rateLimits.call(caller.deviceId).then(() => perform(event, payload))
    return perform(event, payload)
  }

  function perform(event: string, payload: unknown): Promise<object> {
    const call = callOf.get(event)
    if (!call) throw new RoostError('invalid_request', 'there is no such event')
    checkSize(payload)
    const run = () => calls.run<object>(() => mother[call](caller, payload))
    return call === 'pull' ? oneByOne(async () => batchAnswer(await run())) : run()
  }

  /** Pulls are answered one by one as they are read: asking for many and reading none must not fill the memory. */
  function oneByOne<T>(pull: () => Promise<T>): Promise<T> {
    const turn = lastPull.then(() => backlog.drained()).then(() => (socket.connected ? pull() : Promise.reject(gone())))
    lastPull = turn.catch(() => {})
    return turn
  }

  /**
   * Thousands of sends wait for the disk at once, and whatever is held for each meanwhile is moved about when garbage is
   * collected: here it is what has to be done with the answer, and nothing of what came in.
   */
  function answer(event: string, args: unknown[]) {
    const last = args.at(-1)
    const reply = typeof last === 'function' ? (last as (it: object) => void) : undefined
    const payload = reply && args.length === 1 ? undefined : args[0]
    inFlight.begin()
    attempt(() => carryOut(event, payload)).then(succeed, fail)

    function succeed(result: object) {
      reply?.(result instanceof RawJson ? result : { ok: true, ...result })
      inFlight.end()
    }

    function fail(error: unknown) {
      const wire: ProtocolError = toWire(error, deps, socket.data.requestId)
      reply?.({ ok: false, error: wire })
      if (wire.code === 'revoked') onRevoked()
      inFlight.end()
    }
  }

  socket.onAny((event: unknown, ...args: unknown[]) => answer(String(event), args))
}

/** Nobody waits for the answer any more. */
const gone = () => new RoostError('unavailable', 'the connection is closed', { retryAfterMs: 1_000 })

/** The store's text goes out as it is. */
const batchAnswer = (batch: object) => new RawJson(`{"ok":true,"batch":${batchJson(batch as BatchText).text}}`)
