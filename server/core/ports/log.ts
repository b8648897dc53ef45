import type { EventEmitter } from 'node:events'
import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Writes one JSON object a line to stdout, with `always` in each. Never log content of messages, tokens, codes or
 * e-mail addresses.
 */
export function createLog(level: string, always: Readonly<Record<string, string>> = {}): Log {
  const log = pino({ level, base: always, timestamp: pino.stdTimeFunctions.isoTime })
  const { [pino.symbols.streamSym]: stdout } = log as unknown as Record<symbol, EventEmitter>
  stdout?.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EIO') throw error
    // The terminal was closed. pino would try the same line for ever, and the server would never stop.
    Object.assign(stdout, { write: nothing, end: nothing, flushSync: nothing, destroy: nothing })
  })
  return log
}

function nothing() {}
