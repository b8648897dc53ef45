import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import { type LiveTransport, TransportError } from '../core/ports.ts'
import { type AnswerOf, type LiveCall, liveCalls, type RequestOf } from '../protocol/calls.ts'
import { checkBatch } from '../protocol/check-batch.ts'
import { protocolErrorSchema } from '../protocol/error.ts'
import { events as payloads, SOCKET_PATH } from '../protocol/events.ts'
import { readAcknowledgement } from './answer.ts'
import { transportOver } from './transport-over.ts'

const ANSWER_MS = 15_000
/** Some servers accept a connection and then send nothing. */
const HELLO_MS = 10_000

/** The live channel to the server at `base` (an origin, '' for the page's own). Each `open` makes one attempt. */
export function createSocketTransport(base: string, token: string): LiveTransport {
  let socket: Socket | null = null
  let hush = () => {}

  async function ask<C extends LiveCall>(call: C, request: RequestOf<C>): Promise<AnswerOf<C>> {
    const mine = socket
    if (!mine?.connected) throw new TransportError('not_connected')
    let answer: unknown
    try {
      answer = await mine.timeout(ANSWER_MS).emitWithAck(liveCalls[call].socket, request)
    } catch (error) {
      throw new TransportError('no_answer', { cause: error })
    }
    return readAcknowledgement(call, answer)
  }

  function close(): void {
    hush()
    hush = () => {}
    socket?.disconnect()
    socket = null
  }

  return {
    ...transportOver(ask),
    close,
    open(events) {
      close()
      const options = {
        path: SOCKET_PATH,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { token },
      }
      const mine = base ? io(base, options) : io(options)
      socket = mine
      const noHello = setTimeout(() => lost('no hello'), HELLO_MS)
      hush = () => {
        clearTimeout(noHello)
        mine.off()
        // Socket.IO throws a late error that has no listener.
        mine.on('connect_error', () => {})
      }
      const lost = (reason: string) => {
        close()
        events.closed(reason)
      }
      mine.on('connect_error', (error: Error & { data?: unknown }) => {
        const refused = v.safeParse(protocolErrorSchema, error.data)
        close()
        if (refused.success) events.refused(refused.output)
        else events.closed(error.message)
      })
      mine.on('disconnect', (reason) => lost(reason))
      mine.on('hello', (payload: unknown) => {
        clearTimeout(noHello)
        const hello = v.safeParse(payloads.hello, payload)
        if (hello.success) events.hello(hello.output)
        else lost('another protocol')
      })
      mine.on('batch', (payload: unknown) => {
        const batch = checkBatch(payload)
        // A malformed batch counts as lost. The next one shows the gap, or the heartbeat pulls.
        if (batch) events.batch(batch)
      })
      mine.on('devices', (payload: unknown) => {
        const list = v.safeParse(payloads.devices, payload)
        if (!list.success) return
        const { devices, news = [], former } = list.output
        events.devices(devices, news, former)
      })
      mine.on('inbox', (payload: unknown) => {
        const moved = v.safeParse(payloads.inbox, payload)
        if (moved.success) events.inbox?.(moved.output)
      })
      mine.on('pairing', (payload: unknown) => {
        const claim = v.safeParse(payloads.pairing, payload)
        if (claim.success) events.pairing?.(claim.output)
      })
      mine.on('file', (payload: unknown) => {
        const came = v.safeParse(payloads.file, payload)
        if (came.success) events.file?.(came.output)
      })
      mine.on('revoked', () => events.revoked())
    },
  }
}
