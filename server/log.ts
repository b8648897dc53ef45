import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON object a line on stdout. Never content of messages, tokens, codes or e-mail addresses. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
