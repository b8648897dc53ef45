import { type Logger, pino } from 'pino'

export type Log = Logger

/**
 * Writes one JSON object a line to stdout, with `always` in each. Never log content of messages, tokens, codes or
 * e-mail addresses.
 */
export function createLog(level: string, always: Readonly<Record<string, string>> = {}): Log {
  return pino({ level, base: always, timestamp: pino.stdTimeFunctions.isoTime })
}
