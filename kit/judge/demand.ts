import { isDeepStrictEqual } from 'node:util'

/** The tested program does not do what the page says. The message is a sentence for people. */
export class Broken extends Error {
  override name = 'Broken'
}

/** The check cannot run here; the message says why. */
export class Skipped extends Error {
  override name = 'Skipped'
}

/** @throws Broken with the sentence when the condition does not hold. */
export function demand(condition: unknown, says: string): asserts condition {
  if (!condition) throw new Broken(says)
}

/** @throws Broken when the two differ in any way. */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (!isDeepStrictEqual(actual, expected)) {
    throw new Broken(`${what}: expected ${short(expected)}, got ${short(actual)}`)
  }
}

const SHOWN = 300

/** JSON for a sentence. Long values keep their beginning. */
export function short(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text
}

/** @throws Broken when the promise takes longer than `ms`. */
export async function within<T>(ms: number, promise: Promise<T>, what: string): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Broken(`${what}: nothing within ${ms / 1000} s`)), ms)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
