import { TransferError } from '../transfer-error.ts'

/** @throws TransferError `bad_json` with the line, where the engine says it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new TransferError('bad_json', lineOf(error, text))
  }
}

/** Engines say either the line or the position. */
function lineOf(error: unknown, text: string): number | undefined {
  const said = error instanceof Error ? error.message : ''
  const line = /line (\d+)/.exec(said)?.[1]
  if (line !== undefined) return Number(line)
  const position = /position (\d+)/.exec(said)?.[1]
  // An engine that says neither has reached the end.
  const before = position === undefined ? text : text.slice(0, Number(position))
  return before.split('\n').length
}

export type Json = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws TransferError `bad_line`. Blank lines are none. */
export function* jsonLines(text: string): Generator<{ line: number; value: Json }, void, undefined> {
  let line = 0
  for (const one of text.split('\n')) {
    line++
    if (one.trim() === '') continue
    let value: unknown
    try {
      value = JSON.parse(one)
    } catch {
      throw new TransferError('bad_line', line)
    }
    if (!isObject(value)) throw new TransferError('bad_line', line)
    yield { line, value }
  }
}

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A time in ms since the epoch, from a number or from digits; null for anything else. */
export function timeIn(value: unknown, unitMs = 1): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return null
  const ms = Math.round(number * unitMs)
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : null
}
