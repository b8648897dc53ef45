import { type LiveCall, liveCallNames, liveCalls } from '../../lib/protocol/calls.ts'
import { type ProtocolError, RoostError } from '../../lib/protocol/error.ts'
import { batchJson, RawJson } from '../core/messages/raw-json.ts'
import type { BatchText } from '../core/mother.ts'
import { requireFull } from '../traffic/access.ts'
import { attempt } from '../traffic/calls.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { toWire } from '../traffic/wire-error.ts'
import type { Backlog } from './backlog.ts'
import { watchSize } from './payload-size.ts'
import type { DeviceSocket } from './types.ts'

const callOf = new Map<string, LiveCall>(liveCallNames.map((call) => [liveCalls[call].socket, call]))

/**
 * Answers a device's calls over its connection. Any input gets an answer, if it asks for one, and affects no other
 * call. `onRevoked`: the server refused this device as revoked.
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
    if (call !== 'send') requireFull(caller)
    checkSize(payload)
    const run = () => calls.run<object>(() => mother[call](caller, payload))
    return call === 'pull' ? oneByOne(async () => batchAnswer(await run())) : run()
  }

  /**
   * Answers pulls one by one, as the device reads them: a device that asks for many and reads none must not fill the
   * memory.
   */
  function oneByOne<T>(pull: () => Promise<T>): Promise<T> {
    const turn = lastPull.then(() => backlog.drained()).then(() => (socket.connected ? pull() : Promise.reject(gone())))
    lastPull = turn.catch(() => {})
    return turn
  }

  /**
   * Thousands of sends wait for the disk at once, and the garbage collector moves what each of them holds. So this
   * closure holds the reply only, and nothing of the payload.
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

/** The device has gone, so no client waits for the answer. */
const gone = () => new RoostError('unavailable', 'the connection is closed', { retryAfterMs: 1_000 })

/** Sends the text from the store as it is. */
const batchAnswer = (batch: object) => new RawJson(`{"ok":true,"batch":${batchJson(batch as BatchText).text}}`)
