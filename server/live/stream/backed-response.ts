import type { ServerResponse } from 'node:http'
import { limits } from '../../../lib/protocol/limits.ts'
import type { Backlog } from '../backlog.ts'

export interface BackedResponse {
  backlog: Backlog
  write(text: string): void
}

/** Writes to an answer, and measures how much of it a slow reader has yet to take. */
export function createBackedResponse(response: ServerResponse): BackedResponse {
  let waiting: (() => void)[] = []
  const holds = (bytes: number) => !response.destroyed && response.writableLength > bytes

  function wake() {
    const woken = waiting
    waiting = []
    for (const it of woken) it()
  }

  async function belowOrClosed(bytes: number) {
    while (holds(bytes)) await new Promise<void>((resolve) => waiting.push(resolve))
  }

  response.once('close', wake)
  return {
    backlog: {
      isFull: () => holds(limits.pushBacklogBytes),
      drained: () => belowOrClosed(limits.pushBacklogBytes),
      emptied: () => belowOrClosed(0),
    },
    write: (text) => void response.write(text, wake),
  }
}
