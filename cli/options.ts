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
