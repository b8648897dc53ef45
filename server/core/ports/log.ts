import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON object a line on stdout, with `always` in each. Never content of messages, tokens, codes or e-mail addresses. */
export function createLog(level: string, always: Readonly<Record<string, string>> = {}): Log {
  return pino({ level, base: always, timestamp: pino.stdTimeFunctions.isoTime })
}
