import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { RoostError } from '../../../lib/protocol/error.ts'
import { batchJson } from '../../core/messages/raw-json.ts'
import type { BatchText, Caller } from '../../core/mother.ts'
import type { Position } from '../feed.ts'
import type { Link } from '../link.ts'
import type { Tell } from '../types.ts'
import { createBackedResponse } from './backed-response.ts'
import { COMMENT, eventText } from './event-text.ts'

export interface OpenStream {
  caller: Caller
  response: ServerResponse
  headers: Record<string, string>
  /** Pulls from the device's own position. */
  pull(): Promise<BatchText & Position>
  /** The error that the device gets. */
  toWire(error: unknown): object
}

const COMMENT_MS = 25_000

/** A device's stream of events over one HTTP answer. */
export function createStreamLink({ caller, response, headers, pull, toWire }: OpenStream): Link {
  const { backlog, write: writeAll } = createBackedResponse(response)
  const isOpen = () => !response.writableEnded && !response.destroyed
  const write = (text: string) => void (isOpen() && writeAll(text))
  const emit: Tell = (event, payload) => {
    if (event === 'batch') return emitBatch(payload as BatchText)
    // A stream is read by programs, and they admit no other devices.
    if (event !== 'pairing') write(eventText(event, payload))
  }
  const emitBatch = (batch: BatchText) => write(eventText('batch', batchJson(batch), batch.upTo))
  const comments = setInterval(() => !backlog.isFull() && write(COMMENT), COMMENT_MS).unref()
  response.once('close', () => clearInterval(comments))
  response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' })
  response.flushHeaders()

  return {
    ...{ id: randomUUID(), caller, backlog, isOpen, emit },
    async begin() {
      const batch = await pull()
      if (batch.upTo > batch.from) emitBatch(batch)
      return { head: batch.upTo, digest: batch.digest, floor: batch.floor }
    },
    drop(error) {
      if (error instanceof RoostError) write(eventText('error', toWire(error)))
      response.end()
    },
    end: () => void response.end(),
    onClose: (closed) => void response.once('close', closed),
  }
}
