/** A receiver does not make the command wait for longer than this. */
export const MOST_MS = 24 * 60 * 60_000

/** The wait in ms that an answer asks for, in seconds or as a date; 0 without one. */
export function retryAfterMs(header: string | null, now: number): number {
  const value = header?.trim() ?? ''
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), MOST_MS)
}
