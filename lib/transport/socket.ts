import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import { type LiveTransport, TransportError } from '../core/ports.ts'
import { ackAnswerSchema } from '../protocol/batch.ts'
import { checkBatch } from '../protocol/check-batch.ts'
import { deviceListSchema, helloSchema } from '../protocol/device.ts'
import { protocolErrorSchema } from '../protocol/error.ts'
import { SOCKET_PATH } from '../protocol/events.ts'
import { read, readBatch, refusal, resultsSchema } from './answer.ts'

const ANSWER_MS = 15_000
/** A mother that took the connection but says nothing. */
const HELLO_MS = 10_000

/** The live channel to the mother at `base` (an origin, '' for the page's own). One attempt per `open`. */
export function createSocketTransport(base: string, token: string): LiveTransport {
  let socket: Socket | null = null
  let hush = () => {}

  async function ask(event: 'send' | 'pull' | 'ack', payload: unknown): Promise<unknown> {
    const mine = socket
    if (!mine?.connected) throw new TransportError('There is no connection to the server.')
    let answer: unknown
    try {
      answer = await mine.timeout(ANSWER_MS).emitWithAck(event, payload)
    } catch (error) {
      throw new TransportError('The server did not answer.', { cause: error })
    }
    if ((answer as { ok?: unknown } | null)?.ok === true) return answer
    throw refusal(answer, 'The answer is not one of a Roost server.')
  }

  function close(): void {
    hush()
    hush = () => {}
    socket?.disconnect()
    socket = null
  }

  return {
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
      const noHello = setTimeout(() => lost('The server says nothing.'), HELLO_MS)
      hush = () => {
        clearTimeout(noHello)
        mine.off()
        // After `off` nobody hears of it any more; an error that comes late must still not be thrown.
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
        const hello = v.safeParse(helloSchema, payload)
        if (hello.success) events.hello(hello.output)
        else lost('The server speaks another protocol.')
      })
      mine.on('batch', (payload: unknown) => {
        const batch = checkBatch(payload)
        // A push that makes no sense is a push that was lost: the next one shows a gap, or the heartbeat pulls.
        if (batch) events.batch(batch)
      })
      mine.on('devices', (payload: unknown) => {
        const list = v.safeParse(deviceListSchema, payload)
        if (list.success) events.devices(list.output.devices)
      })
      mine.on('revoked', () => events.revoked())
    },
    async send(messages) {
      return read(resultsSchema, await ask('send', { messages })).results
    },
    async pull(request) {
      return readBatch(read(v.object({ batch: v.unknown() }), await ask('pull', request)).batch)
    },
    async ack(request) {
      return read(ackAnswerSchema, await ask('ack', request))
    },
  }
}
