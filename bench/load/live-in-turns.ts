import { setTimeout as pause } from 'node:timers/promises'
import { answerCalls } from '../parts/calls.ts'
import { type Endpoint, openLatencyPair } from './latency.ts'

/** Several pairs of devices, one of each pair writing: in turns, so that what slows one down slows down all. */

const EVERY_MS = 25

answerCalls({
  /** So many messages in each pair. Resolves with the middle ms of each from a send to its arrival. */
  async run({ pairs, messages }: { pairs: [Endpoint, Endpoint][]; messages: number }) {
    const lates = await Promise.all(pairs.map(([writer, reader]) => openLatencyPair(writer, reader)))
    for (let n = 0; n < messages; n++) {
      for (const { write } of lates) {
        write()
        await pause(EVERY_MS)
      }
    }
    return Promise.all(lates.map(async (it) => (await it.end()).middle))
  },
})
