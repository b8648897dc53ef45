import { setTimeout as sleep } from 'node:timers/promises'
import type { ReceivedMessage } from '../../lib/client/types.ts'
import { type Place, typedPath } from '../chosen-device.ts'
import { keepDeadLetter } from '../dead-letters.ts'
import { openLive } from '../open-live.ts'
import { runFor } from '../run-command.ts'
import { say } from '../say.ts'
import { endSignal } from '../signals.ts'

export interface EachOptions extends Place {
  all?: boolean
  bookmark: string
  deadLetter?: string
  /** After the first one; infinite without a file for dead letters. */
  retries?: number
  /** Seconds before the first retry. Each one waits twice as long as the one before, at most `longest`. */
  backoff: number
  longest: number
}

const RETRIES_WITH_DEAD_LETTERS = 5

/** Runs a command for each message, one after the other. A message is had when the command has ended with 0. */
export async function each(command: readonly string[], options: EachOptions): Promise<void> {
  const signal = endSignal()
  const device = await openLive(options)
  const from = options.all ? 'oldest' : 'joined'
  try {
    for await (const message of device.messages({ ack: 'after', name: options.bookmark, from, signal })) {
      if (!(await handle(message, command, options, signal))) break
    }
  } finally {
    await device.close()
  }
}

/** False: the command was asked to end, and the message comes again next time. */
async function handle(
  message: ReceivedMessage,
  command: readonly string[],
  options: EachOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const { deadLetter, backoff, longest } = options
  const retries = options.retries ?? (deadLetter === undefined ? Number.POSITIVE_INFINITY : RETRIES_WITH_DEAD_LETTERS)
  for (let tries = 0; ; tries++) {
    const ended = await runFor(message, command, signal)
    if (ended === 0) return true
    if (signal.aborted) return false
    const failure = `message ${message.version}: ${command[0]} ended with ${ended}`
    if (tries >= retries) {
      if (deadLetter === undefined) throw new Error(`${failure}; it comes again next time`)
      keepDeadLetter(typedPath(deadLetter), message, ended)
      say(`${failure}; it is in ${deadLetter}`)
      return true
    }
    const seconds = Math.min(longest, backoff * 2 ** tries)
    say(`${failure}; again in ${seconds} s`)
    await sleep(seconds * 1_000, undefined, { signal }).catch(() => {})
    if (signal.aborted) return false
  }
}
