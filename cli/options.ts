import { InvalidArgumentError } from 'commander'

export function positive(typed: string): number {
  const number = Number(typed)
  if (!(number > 0)) throw new InvalidArgumentError('It must be a number above 0.')
  return number
}

export function count(typed: string): number {
  const number = Number(typed)
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('It must be a whole number.')
  return number
}

const secondsIn: Readonly<Record<string, number>> = { '': 1, ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400 }

/** A duration such as `90`, `90s`, `15m`, `24h` or `2d`, in seconds. */
export function duration(typed: string): number {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)(ms|[smhd])?$/.exec(typed) ?? []
  const seconds = Number(number) * (secondsIn[unit] ?? Number.NaN)
  if (!(seconds > 0)) throw new InvalidArgumentError('It must be a duration such as 30s, 15m or 24h.')
  return seconds
}
