import * as v from 'valibot'
import { type LiveEvents, type LiveTransport, TransportError } from '../../../lib/core/ports.ts'
import { type AnswerOf, type LiveCall, liveCalls, type RequestOf } from '../../../lib/protocol/calls.ts'
import { checkBatch } from '../../../lib/protocol/check-batch.ts'
import { deviceListSchema, helloSchema } from '../../../lib/protocol/device.ts'
import { inboxEventSchema } from '../../../lib/protocol/read.ts'
import { readAcknowledgement } from '../../../lib/transport/answer.ts'
import { transportOver } from '../../../lib/transport/transport-over.ts'
import type { Process } from '../core/process.ts'
import { type Connection, type ConnectionDeps, openConnection } from '../network/connection.ts'

const ANSWER_MS = 15_000
const HELLO_MS = 10_000

type LiveDeps = Omit<ConnectionDeps, 'events' | 'isAwake'> & { process: Process }

/** Plays lib/transport/socket.ts on a simulated connection: its timeouts, its checks, one attempt per `open`. */
export function createSimulatedLive(deps: LiveDeps): LiveTransport {
  const { scheduler, process } = deps
  let present: { connection: Connection; closed: (reason: string) => void } | null = null

  function close(): void {
    present?.connection.close()
    present = null
  }

  function ask<C extends LiveCall>(call: C, request: RequestOf<C>): Promise<AnswerOf<C>> {
    const mine = present
    if (!mine) return Promise.reject(new TransportError('not_connected'))
    return new Promise((resolve, reject) => {
      const cancel = scheduler.after(ANSWER_MS, () => process.enter(() => reject(new TransportError('no_answer'))))
      mine.connection.request(liveCalls[call].socket, request, (answer) => {
        cancel()
        process.enter(() => {
          if (mine !== present) return reject(new TransportError('not_connected'))
          try {
            resolve(readAcknowledgement(call, answer))
          } catch (error) {
            reject(error)
          }
        })
      })
    })
  }

  function hear(events: LiveEvents, name: string, payload: unknown, greeted: () => void): void {
    if (name === 'hello') {
      greeted()
      events.hello(v.parse(helloSchema, payload))
    } else if (name === 'batch') {
      const batch = checkBatch(payload)
      if (batch) events.batch(batch)
    } else if (name === 'devices') events.devices(v.parse(deviceListSchema, payload).devices)
    else if (name === 'inbox') events.inbox?.(v.parse(inboxEventSchema, payload))
    else if (name === 'revoked') events.revoked()
  }

  process.onKill(() => present?.connection.drop())

  return {
    ...transportOver(ask),
    close,
    open(events) {
      close()
      let mine = true
      const isMine = () => mine && present?.connection === connection
      const end = (run: () => void) =>
        process.enter(() => {
          if (!isMine()) return
          mine = false
          close()
          run()
        })
      const noHello = scheduler.after(HELLO_MS, () => end(() => events.closed('The server says nothing.')))
      const connection = openConnection({
        ...deps,
        isAwake: () => process.isAlive() && !process.isFrozen(),
        events: {
          event: (name, payload) => process.enter(() => isMine() && hear(events, name, payload, noHello)),
          refused(error) {
            noHello()
            end(() => events.refused(error))
          },
          closed(reason) {
            noHello()
            end(() => events.closed(reason))
          },
        },
      })
      present = { connection, closed: events.closed }
    },
  }
}
